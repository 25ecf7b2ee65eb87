import { readFileSync } from 'node:fs';
import { fontFile } from './typeface';
import { unpackWoff } from './woff';

const woff = readFileSync(require.resolve('@fontsource/tinos/files/tinos-vietnamese-400-normal.woff'));

/** Sum over the words of a table, as the font format counts it; `head` holds the sum of the whole file in its third word. */
function checksumOf(table: Buffer, tag: string): number {
  const whole = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
  if (tag === 'head') whole.writeUInt32BE(0, 8);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

it('unpacks every table whole: each has the checksum that the font states for it', () => {
  const font = unpackWoff(woff);
  const count = font.readUInt16BE(4);
  expect(count).toBe(woff.readUInt16BE(12));
  expect(font.length % 4).toBe(0);
  for (let place = 0; place < count; place += 1) {
    const at = 12 + place * 16;
    const tag = font.toString('latin1', at, at + 4);
    const [stated, offset, length] = [font.readUInt32BE(at + 4), font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    expect([tag, checksumOf(font.subarray(offset, offset + length), tag)]).toEqual([tag, stated]);
  }
});

it('refuses what is no such file, or cut off', () => {
  expect(() => unpackWoff(Buffer.from('wOF2 something else'))).toThrow('Not a WOFF 1.0 file');
  expect(() => unpackWoff(woff.subarray(0, woff.length - 200))).toThrow();
});

it('unpacks a file once in a process', () => {
  expect(fontFile('bold/latin')).toBe(fontFile('bold/latin'));
});
