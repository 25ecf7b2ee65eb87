import { projectFile } from '@hoptac/platform';
import { readFileSync } from 'node:fs';
import { EVENT_WORDS } from './event-words';

it('papers call a fact what screens call it', () => {
  const screens = readFileSync(projectFile('apps/web/src/event-words.ts'), 'utf8');
  const told = [...screens.matchAll(/^ {2}([A-Z][A-Za-z]+): \[\s*'([^']+)'/gmu)].map(([, type, words]) => [
    type,
    words,
  ]);
  const common = told.filter(([type]) => EVENT_WORDS[type ?? ''] !== undefined);
  expect(common.length).toBeGreaterThan(15);
  for (const [type, words] of common) expect([type, EVENT_WORDS[type ?? '']]).toEqual([type, words]);
});
