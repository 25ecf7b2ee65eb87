import type { NameRules } from '../names/name-rules.types';

/** L23 Art. 50; D295 Art. 15–17. The lists of number words and abbreviations are the house's reading; the law names the kinds. */
export const NAME_RULES: NameRules = {
  typeWords: {
    cooperative: ['hợp tác xã', 'htx'],
    cooperativeUnion: ['liên hiệp hợp tác xã', 'liên hiệp htx', 'lhhtx'],
    cooperativeGroup: ['tổ hợp tác', 'tht'],
  },
  signs: ['&', '.', ',', '+', '-', '_'],
  joiningWord: 'và',
  newWordsBefore: ['tân', 'mới'],
  newWordsAfter: ['mới'],
  regions: ['miền bắc', 'miền nam', 'miền trung', 'miền tây', 'miền đông'],
  numberMarkers: ['số', 'thứ'],
  numberWords: {
    không: 0,
    một: 1,
    hai: 2,
    ba: 3,
    bốn: 4,
    năm: 5,
    sáu: 6,
    bảy: 7,
    tám: 8,
    chín: 9,
    mười: 10,
  },
  ordinalWords: { nhất: 1, nhì: 2, tư: 4 },
};
