import type { RulebookSource } from '../rulebook.types';
import { per, SINCE_R2 } from './periods.data';

type Values = RulebookSource['values'];

/** The founders' conference — hội nghị thành lập — and whom it elects (L23 Art. 39, 56). */
export const FOUNDING_CONFERENCE_VALUES: Pick<
  Values,
  Extract<keyof Values, `foundingConference.${string}`> | 'governance.electedOffices'
> = {
  'foundingConference.quorumShare': [
    {
      value: 5000,
      ...per('L23 Art. 39; L23 Art. 59.7', SINCE_R2, 'to_confirm'),
      note: 'The article on the conference names no quorum; taken over from the first call of a general meeting.',
    },
  ],
  'foundingConference.majorityAboveShare': [
    { value: 5000, ...per('L23 Art. 39', SINCE_R2), note: 'Majority, one member one vote.' },
  ],
  'governance.electedOffices': [
    {
      value: {
        full: {
          required: [['boardChair'], ['supervisoryHead', 'supervisor', 'controller']],
          allowed: ['boardChair', 'boardMember', 'director', 'supervisoryHead', 'supervisor', 'controller'],
        },
        simplified: { required: [['director'], ['controller']], allowed: ['director', 'controller'] },
        single: ['boardChair', 'director', 'supervisoryHead'],
      },
      ...per('L23 Art. 39; L23 Art. 56', SINCE_R2),
    },
  ],
};
