import { checkBusinessLineCode, compareNames, nameComparisonForm } from '../index';

const outcome = (candidate: string, existing: string): string => {
  const found = compareNames(candidate, existing);
  return found.outcome === 'free' ? 'free' : `${found.outcome}: ${found.rule}`;
};

describe('comparing names (L23 Art. 50; D295 Art. 17)', () => {
  it.each([
    ['Đồng Tâm', 'ĐỒNG TÂM', 'duplicate: sameOwnName'],
    ['Hợp tác xã Đồng Tâm', 'Đồng  Tâm', 'duplicate: sameOwnName'],
    ['Liên hiệp hợp tác xã Đồng Tâm', 'HTX Đồng Tâm', 'duplicate: sameOwnName'],
    ['Đồng Tâm'.normalize('NFD'), 'Đồng Tâm', 'duplicate: sameOwnName'],
    ['Thái Hoà', 'Thái Hòa', 'duplicate: sameOwnName'],
    ['Phú & Tân', 'Phú Tân', 'confusing: sign'],
    ['Phú và Tân', 'Phú+Tân', 'confusing: sign'],
    ['A.B', 'AB', 'confusing: sign'],
    ['Đồng Tâm-', 'Đồng Tâm', 'confusing: sign'],
    ['Đồng Tâm 2', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm2', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm số 2', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm thứ nhất', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm IV', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm W', 'Đồng Tâm', 'confusing: numberOrLetterAfter'],
    ['Đồng Tâm', 'Đồng Tâm B', 'confusing: numberOrLetterAfter'],
    ['Tân Phú', 'Phú', 'confusing: newWord'],
    ['Mới Phú', 'Phú', 'confusing: newWord'],
    ['Phú Mới', 'Phú', 'confusing: newWord'],
    ['Đồng Tâm miền Tây', 'Đồng Tâm', 'confusing: region'],
    ['Miền Bắc Đồng Tâm', 'Đồng Tâm', 'confusing: region'],
    ['Mỹ Lợi', 'Mĩ Lợi', 'confusing: soundsTheSame'],
    ['Quý Sơn', 'Quí Sơn', 'confusing: soundsTheSame'],
    ['Yên Hòa', 'Iên Hoà', 'confusing: soundsTheSame'],
    ['Gia Lộc', 'Da Lộc', 'confusing: soundsTheSame'],
    ['Kim Sơn', 'Cim Sơn', 'confusing: soundsTheSame'],
    ['Fú Tân', 'Phú Tân', 'confusing: soundsTheSame'],
    ['Nghĩa Hưng', 'Ngĩa Hưng', 'confusing: soundsTheSame'],
    ['Số 1', 'Số Một', 'confusing: soundsTheSame'],
    ['ĐồngTâm', 'Đồng Tâm', 'confusing: soundsTheSame'],
  ])('%s and %s: %s', (candidate, existing, expected) => {
    expect(outcome(candidate, existing)).toBe(expected);
    expect(outcome(existing, candidate)).toBe(expected);
  });

  it.each([
    ['Đồng Tâm', 'Đông Tâm', 'another tone is another word'],
    ['Đại Lợi', 'Dại Lợi', 'đ is not d'],
    ['Tay Sơn', 'Tai Sơn', 'ay and ai are two sounds'],
    ['Thúy Sơn', 'Thúi Sơn', 'uy and ui are two sounds'],
    ['Khánh Hòa', 'Cánh Hòa', 'kh is not c'],
    ['Sơn La', 'Xơn La', 'only one region merges s and x'],
    ['Phú 1', 'Phú 2', 'neither is the other with a number'],
    ['Tường Vi', 'Tường', 'a syllable is no Roman numeral'],
    ['Ban A', 'Ba Na', 'the words are divided elsewhere'],
    ['Phú Trung', 'Phú', 'a region has its word miền'],
    ['Tân', 'Mới', 'nothing is left of either'],
    ['Đội K', 'Đội C', 'letters are read by their names'],
    ['', 'Phú', 'an empty name is nobody’s'],
  ])('%s and %s are free: %s', (candidate, existing) => {
    expect(outcome(candidate, existing)).toBe('free');
    expect(outcome(existing, candidate)).toBe('free');
  });

  it('cites the article', () => {
    expect(compareNames('Phú 1', 'Phú')).toEqual({
      outcome: 'confusing',
      rule: 'numberOrLetterAfter',
      article: 'L23 Art. 50',
    });
  });

  it('gives one form to one own name', () => {
    expect(nameComparisonForm('HTX  THÁI HOÀ')).toBe(nameComparisonForm('Hợp tác xã Thái Hòa'));
    expect(nameComparisonForm('Thái Hòa')).not.toBe(nameComparisonForm('Thái Hoa'));
  });
});

describe('business lines', () => {
  it.each([
    ['0111', 'undecided'],
    ['111', 'failed'],
    ['01110', 'failed'],
    ['A111', 'failed'],
    ['', 'failed'],
  ])('%s: %s', (code, expected) => {
    expect(checkBusinessLineCode(code)).toBe(expected);
  });
});
