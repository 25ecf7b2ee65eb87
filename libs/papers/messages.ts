import { addMessages } from '@hoptac/platform';

addMessages({
  'PAPERS.TEMPLATE_UNKNOWN': {
    vi: 'Mẫu giấy này không có trong chương trình.',
    en: 'This program does not have that version of the paper.',
  },
});
