import { checkDigit, isTaxCode, taxCodeFrom } from './tax-code';

describe('Vietnamese tax codes', () => {
  it.each(['0100109106', '0300588569', '0101248141'])('%s, a code in public use, is one', (code) => {
    expect(isTaxCode(code)).toBe(true);
  });

  it('finds every single wrong digit', () => {
    const code = '0100109106';
    for (let place = 0; place < 10; place += 1) {
      const wrong = code.slice(0, place) + String((Number(code[place]) + 1) % 10) + code.slice(place + 1);
      expect(isTaxCode(wrong)).toBe(false);
    }
  });

  it.each(['', '010010910', '01001091060', '01001091O6'])('refuses "%s"', (text) => {
    expect(isTaxCode(text)).toBe(false);
  });

  it('says that some nine digits have no check digit', () => {
    expect(checkDigit('000000000')).toBeNull();
    expect(() => checkDigit('12345678')).toThrow('nine digits');
  });

  it('gives codes of a province in turn, skipping serials without a check digit', () => {
    const given: string[] = [];
    let serial = 1;
    for (let count = 0; count < 200; count += 1) {
      const { taxCode, nextSerial } = taxCodeFrom('17', serial);
      given.push(taxCode);
      serial = nextSerial;
    }
    expect(new Set(given).size).toBe(200);
    expect(given.every((code) => isTaxCode(code) && code.startsWith('17'))).toBe(true);
  });
});
