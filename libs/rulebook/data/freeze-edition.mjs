// Freezes the rulebook as last built (dist/) as an edition, so that cases that started under it can go on under it.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const { loadRulebook } = createRequire(import.meta.url)('../../../dist/libs/rulebook/index.js');
const { version, source } = loadRulebook();
const name = `${version}.data.ts`;
writeFileSync(
  new URL(`editions/${name}`, import.meta.url),
  `import type { RulebookSource } from '../../rulebook.types';

/** Rulebook ${version} as it was; never edited. */
export const EDITION = JSON.parse(String.raw\`${JSON.stringify(source).replaceAll('`', '\\u0060').replaceAll('${', '\\u0024{')}\`) as RulebookSource;
`,
);
console.log(`libs/rulebook/data/editions/${name}`);
