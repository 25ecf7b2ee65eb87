import { loadRulebook } from '@hoptac/rulebook';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

it('says every value of the rulebook in words, so that the administrator reads no code', () => {
  const words = readFileSync(join(__dirname, '../../apps/web/src/pages/admin/rulebook-words.ts'), 'utf8');
  const unsaid = Object.keys(loadRulebook().source.values).filter((subject) => !words.includes(`'${subject}': [`));
  expect(unsaid).toEqual([]);
});
