/**
 * `npm run new:context -- <context> <aggregate>`, e.g. `support-fund loan`: lays the rooms of a bounded context with one aggregate that is opened and closed,
 * from the page's address to the read model, and adds its lines to the lists of the house. What it writes passes `npm run check`; then it is yours.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { templates } from './context-templates.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const SHAPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const pascal = (kebab) => kebab.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const camel = (kebab) => kebab.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Every form of the two names that a template may ask for. */
function namesOf(context, aggregate) {
  return {
    context,
    contextCamel: camel(context),
    Context: pascal(context),
    CONTEXT: context.toUpperCase().replaceAll('-', '_'),
    aggregate,
    agg: camel(aggregate),
    Agg: pascal(aggregate),
    aggs: `${aggregate}s`,
    Aggs: `${pascal(aggregate)}s`,
    table: `${aggregate.replaceAll('-', '_')}s`,
  };
}

/** Puts `line` before the first line that holds `before`, behind everything that stands there in order. */
function insert(path, before, line) {
  const file = join(ROOT, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${path} does not look as expected: «${before}» is missing`);
  writeFileSync(file, text.replace(before, `${line}${before}`));
}

function joinTheHouse(n) {
  const house = 'libs/house/index.ts';
  insert(
    house,
    'import { rehearsalCatalogue }',
    `import { ${n.contextCamel}Catalogue, ${n.contextCamel}Projections } from '@hoptac/${n.context}';\n`,
  );
  insert(house, '  rehearsalCatalogue,\n', `  ${n.contextCamel}Catalogue,\n`);
  insert(house, '...dossiersProjections];', `...${n.contextCamel}Projections, `);
  insert(house, "  'user-',\n", `  '${n.agg}-',\n`);
  insert(
    'apps/api/contexts.ts',
    'import type { DynamicModule }',
    `import { ${n.Context}Module } from '@hoptac/${n.context}';\n`,
  );
  insert('apps/api/contexts.ts', 'DossiersModule.forHttp(registry)', `${n.Context}Module.forHttp(), `);
  const rights = "    'dossiers.claim': 'office',\n";
  insert(
    'libs/identity/permissions/permissions.ts',
    rights,
    `    '${n.contextCamel}.read': 'any',\n    '${n.contextCamel}.open': 'any',\n    '${n.contextCamel}.close': 'any',\n`,
  );
}

const [context, aggregate] = process.argv.slice(2);
if (![context, aggregate].every((name) => SHAPE.test(name ?? ''))) {
  process.stderr.write('npm run new:context -- <context> <aggregate>   (kebab-case, e.g. support-fund loan)\n');
  process.exit(2);
}
const names = namesOf(context, aggregate);
const room = join(ROOT, 'libs', context);
if (existsSync(room)) {
  process.stderr.write(`libs/${context} is there already.\n`);
  process.exit(1);
}
for (const [path, text] of Object.entries(templates(names))) {
  const file = join(room, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
joinTheHouse(names);
process.stdout.write(
  `libs/${context} is laid. Next: npx prettier --write libs/${context} libs/house apps/api/contexts.ts, npm run check, docs/how-to/add-a-context.md\n`,
);
