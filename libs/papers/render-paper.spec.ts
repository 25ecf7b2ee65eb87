import { createHash } from 'node:crypto';
import type { PaperKind } from './paper.types';
import { currentTemplateVersion, renderPaper } from './render-paper';
import { SAMPLE_FACTS } from './testing/samples';
import { runsOf } from './typesetting/typeface';
import { lawText, longDayText, sumInWords } from './words';

const KINDS = Object.keys(SAMPLE_FACTS) as PaperKind[];
const ISSUED = { demo: false, preview: false };
const print = (kind: PaperKind, version = 1, marks = ISSUED): Promise<Buffer> =>
  renderPaper(kind, version, SAMPLE_FACTS[kind] as never, marks);
const hashOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex').slice(0, 16);

/**
 * The bytes of each version ever issued, from the sample facts. A hash that changes means that papers already issued could not be printed again as they were:
 * make the next version of the template instead, or freeze what changed underneath it.
 */
const FROZEN: Readonly<Record<PaperKind, readonly string[]>> = {
  receipt: ['fd1b1258dbef1c91'],
  correctionNotice: ['836757f9ebbe28e2'],
  refusal: ['69f9aad69f137e6b', '6ab3602a26ac0b95'],
  certificate: ['055f2525f110e687'],
  withdrawalConfirmation: ['fbf7f6cd181f3157'],
  apology: ['6b49451cf968b207'],
  foundingRequest: ['07b559955f489015'],
};

it.each(KINDS)('%s: every version ever issued prints the same bytes', async (kind) => {
  expect(FROZEN[kind]).toHaveLength(currentTemplateVersion(kind));
  const hashes = await Promise.all(FROZEN[kind].map(async (_, place) => hashOf(await print(kind, place + 1))));
  expect(hashes).toEqual(FROZEN[kind]);
});

it('prints the same bytes at another hour, in another zone', async () => {
  const [zone, first] = [process.env['TZ'], await print('certificate')];
  try {
    process.env['TZ'] = 'America/Lima';
    jest.useFakeTimers({ now: new Date('2031-02-03T23:30:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    expect((await print('certificate')).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
    process.env['TZ'] = zone;
  }
});

it('marks previews and the demo province, and nothing else', async () => {
  const plain = await print('refusal');
  const marked = await print('refusal', 1, { demo: true, preview: true });
  expect(marked.equals(plain)).toBe(false);
});

it('refuses a version that never was', async () => {
  await expect(print('receipt', 99)).rejects.toMatchObject({ code: 'PAPERS.TEMPLATE_UNKNOWN' });
});

it('finds a font file for every letter of Vietnamese', () => {
  const letters = 'aăâeêioôơuưyđ'.split('').flatMap((letter) => {
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
    return (letter === 'đ' ? [''] : tones).map((tone) => (letter + tone).normalize('NFC'));
  });
  for (const letter of [...letters, ...letters.map((small) => small.toUpperCase()), '₫', '–', '«'])
    expect([letter, runsOf(letter, 'regular').map(({ text }) => text)]).toEqual([letter, [letter]]);
  expect(runsOf('漢', 'regular')).toEqual([{ font: 'regular/latin', text: '?' }]);
});

it.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [105, 'Một trăm linh năm đồng'],
  [64_000_000, 'Sáu mươi bốn triệu đồng'],
  [1_250_500_000, 'Một tỷ hai trăm năm mươi triệu năm trăm nghìn đồng'],
  [1_000_000_005, 'Một tỷ không trăm linh năm đồng'],
])('says %i in words', (sum, words) => {
  expect(sumInWords(sum)).toBe(words);
});

it('writes days and articles as papers do', () => {
  expect(longDayText('2026-02-03')).toBe('ngày 03 tháng 02 năm 2026');
  expect(longDayText('2026-11-03')).toBe('ngày 03 tháng 11 năm 2026');
  expect(lawText('L23 Art. 42.2.đ; D295 Art. 19')).toBe(
    'điểm đ khoản 2 Điều 42 Luật Hợp tác xã 2023; Điều 19 Nghị định 295/2026/NĐ-CP',
  );
});
