import { addMessages } from '@hoptac/platform';

addMessages({
  'CHRONICLE.AS_OF_INVALID': {
    vi: 'Thời điểm xem «{asOf}» không phải một thời điểm hay một vị trí trong sổ sự kiện.',
    en: '“{asOf}” is neither an instant nor a position in the log.',
  },
});
