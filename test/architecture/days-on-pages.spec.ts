import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDay, readInstant, writeDay } from '../../apps/web/src/shared/day-text';

describe('a day as it is typed', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    [' 2/9/2026 ', '2026-09-02'],
    ['02-09-2026', '2026-09-02'],
    ['2.9.2026', '2026-09-02'],
    ['02092026', '2026-09-02'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(readDay(text)).toEqual({ day }));

  it.each([
    ['', 'shape'],
    ['hôm qua', 'shape'],
    ['2026-11-22', 'shape'],
    ['22/11', 'shape'],
    ['2/9/26', 'year'],
    ['29/02/2026', 'none'],
    ['31/04/2026', 'none'],
    ['12/13/2026', 'none'],
    ['00/01/2026', 'none'],
  ])('%s is none (%s)', (text, fault) => expect(readDay(text)).toEqual({ fault }));

  it('is written as people here write it', () => {
    expect([writeDay('2026-09-02'), writeDay('')]).toEqual(['02/09/2026', '']);
  });
});

describe('an instant as it is typed', () => {
  it.each([
    ['22/11/2026 14:20:37', '2026-11-22T14:20:37'],
    ['14:20 22/11/2026', '2026-11-22T14:20:00'],
    ['2/9/2026', '2026-09-02T00:00:00'],
  ])('%s is %s', (text, instant) => expect(readInstant(text)).toBe(instant));

  it.each(['', '14:20', '22/11/2026 25:00', '22/11/2026 14:61', '31/02/2026 10:00'])('%s is none', (text) =>
    expect(readInstant(text)).toBeUndefined(),
  );
});

describe('the pages', () => {
  it('never leave a day to the format of somebody’s browser: DateField and AsOfBar are used instead', () => {
    const root = join(__dirname, '../../apps/web/src');
    const wrong = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .filter((file) => /type="(?:date|datetime-local|month|week|time)"/.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });
});
