// Writes holidays-vn.csv into holidays-vn.data.ts, so that deciders and workflow bundles reach the table without a file system.
import { readFileSync, writeFileSync } from 'node:fs';

const csv = readFileSync(new URL('holidays-vn.csv', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
if (/[`\\]|\$\{/.test(csv))
  throw new Error('holidays-vn.csv holds a character that a template literal cannot carry unescaped');
writeFileSync(
  new URL('holidays-vn.data.ts', import.meta.url),
  `/** Text of holidays-vn.csv; written by embed-table.mjs, never by hand. */\nexport const HOLIDAYS_VN_CSV = \`${csv}\`;\n`,
);
