// Writes holidays-vn.csv into holidays-vn.data.ts, so that deciders and workflow bundles reach the table without a file system.
// With --print it only prints what it would write.
import { readFileSync, writeFileSync } from 'node:fs';

const csv = readFileSync(new URL('holidays-vn.csv', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
if (/[`\\]|\$\{/.test(csv))
  throw new Error('holidays-vn.csv holds a character that a template literal cannot carry unescaped');
const text = `/** Text of holidays-vn.csv; written by embed-table.mjs, never by hand. */\nexport const HOLIDAYS_VN_CSV = \`${csv}\`;\n`;
if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('holidays-vn.data.ts', import.meta.url), text);
