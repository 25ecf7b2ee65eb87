import * as fc from 'fast-check';
import { cleanText, searchText } from './text';

describe('text', () => {
  it('stores one form: NFC, single blanks, no control or direction marks', () => {
    expect(cleanText('  Ho\u031b\u0323p  ta\u0301c\u202e\txa\u0303\u0000 ')).toBe('Hợp tác xã');
  });

  it('searches without tone and letter marks', () => {
    expect(searchText('Hợp tác xã Đồng Tâm')).toBe('hop tac xa dong tam');
    expect(searchText('ĐƯỜNG')).toBe('duong');
  });

  it('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(searchText(searchText(text))).toBe(searchText(text));
      }),
      { seed: 20261122 },
    );
  });
});
