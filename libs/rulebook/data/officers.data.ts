import type { RulebookSource } from '../rulebook.types';
import { per, SINCE_R2 } from './periods.data';

/** Who may hold an office in a cooperative or a union (L23 Art. 62). */
export const OFFICER_VALUES: Pick<RulebookSource['values'], 'officers.conditions' | 'officers.barred'> = {
  'officers.conditions': [
    {
      value: {
        managing: ['boardChair', 'boardMember', 'director'],
        controlling: ['supervisoryHead', 'supervisor', 'controller'],
        hiredUnderFullGovernance: ['director'],
      },
      ...per('L23 Art. 62.1; L23 Art. 62.2; L23 Art. 62.3', SINCE_R2),
      note: 'Kinship between officers is excluded by the same clauses and stands in no register.',
    },
  ],
  'officers.barred': [
    {
      value: [
        {
          bar: 'criminalProceedings',
          textVi: 'Đang bị truy cứu trách nhiệm hình sự',
          textEn: 'Under criminal prosecution',
        },
      ],
      ...per('L23 Art. 62.4', SINCE_R2, 'to_confirm'),
      note: 'Only the beginning of the list was seen. Whether one person may represent several organisations is not said in Art. 62.',
    },
  ],
};
