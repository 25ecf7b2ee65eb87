import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BoxDamaged, fingerprintOf, type JsonObject, openBox, sealBox } from './sealed-box';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const personIds = fc.uuid();
const records = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()) as fc.Arbitrary<JsonObject>;
const asStored = (record: JsonObject): unknown => JSON.parse(JSON.stringify(record));

describe('a sealed box', () => {
  it('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(personIds, records, (personId, record) => {
        expect(openBox(key, { personId, box: sealBox(key, personId, record) })).toEqual(asStored(record));
      }),
    );
  });

  it('opens for nobody else and with no other key', () => {
    fc.assert(
      fc.property(personIds, personIds, records, (personId, other, record) => {
        fc.pre(personId !== other);
        const box = sealBox(key, personId, record);
        expect(() => openBox(key, { personId: other, box })).toThrow(BoxDamaged);
        expect(() => openBox(newKey(), { personId, box })).toThrow(BoxDamaged);
      }),
      { numRuns: 50 },
    );
  });

  it('opens no more when one bit is turned or its end is cut off', () => {
    fc.assert(
      fc.property(personIds, records, fc.nat(), fc.integer({ min: 0, max: 7 }), (personId, record, place, bit) => {
        const bytes = Buffer.from(sealBox(key, personId, record), 'base64url');
        const turned = Buffer.from(bytes);
        const index = place % bytes.length;
        turned[index] = (turned[index] ?? 0) ^ (1 << bit);
        for (const damaged of [turned, bytes.subarray(0, index)]) {
          expect(() => openBox(key, { personId, box: damaged.toString('base64url') })).toThrow(BoxDamaged);
        }
      }),
    );
  });

  it('never says the same twice and hides lengths within 64 bytes', () => {
    const one = sealBox(key, 'person-1', { name: 'Lê An' });
    expect(sealBox(key, 'person-1', { name: 'Lê An' })).not.toBe(one);
    expect(sealBox(key, 'person-1', { name: 'Nguyễn Thị Hồng Nhung' })).toHaveLength(one.length);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('An');
  });
});

describe('a fingerprint', () => {
  it.each(['001 085 012345', '001.085.012345', '001-085-012345', ' 001085012345\t'])('is the same for %j', (text) => {
    expect(fingerprintOf(key, text)).toBe(fingerprintOf(key, '001085012345'));
  });

  it('is another for another number, and under another key', () => {
    expect(fingerprintOf(key, '001085012346')).not.toBe(fingerprintOf(key, '001085012345'));
    expect(fingerprintOf(newKey(), '001085012345')).not.toBe(fingerprintOf(key, '001085012345'));
  });
});
