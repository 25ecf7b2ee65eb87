import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allMessages } from '@hoptac/platform';
import './messages';
import './loan-messages';

/** Every source file of the context. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !/\.spec\.ts$|messages\.ts$/.test(entry.name) ? [path] : [];
  });
}
const thrown = new Set(
  sources(__dirname)
    .flatMap((file) => readFileSync(file, 'utf8').match(/'SUPPORT_FUND\.[A-Z_]+'/g) ?? [])
    .map((code) => code.slice(1, -1)),
);
const said = [...allMessages()].filter(([code]) => code.startsWith('SUPPORT_FUND.'));

it('every refusal has its sentence in both languages, and no sentence is left over', () => {
  expect(said.map(([code]) => code).sort()).toEqual([...thrown].sort());
  for (const [, { vi, en }] of said) {
    expect(vi.length).toBeGreaterThan(5);
    expect(en.length).toBeGreaterThan(5);
    expect(new Set(vi.match(/\{\w+\}/g) ?? [])).toEqual(new Set(en.match(/\{\w+\}/g) ?? []));
  }
});
