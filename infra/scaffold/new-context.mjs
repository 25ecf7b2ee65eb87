/**
 * `npm run new:context -- <context> <aggregate>`, e.g. `tax-debts tax-debt`: lays the rooms of a bounded context with one aggregate that is opened and closed,
 * from the page's address to the read model, and adds its lines to the lists of the house. What it writes passes `npm run check`; then it is yours.
 * Nothing is written unless every list still looks as expected (new-context.spec.ts holds them to it).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
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

/** The lists of the house, and each line of the new context with the line that it comes before. */
const lists = (n) => ({
  'libs/house/index.ts': [
    [
      'import { rehearsalCatalogue }',
      `import { ${n.contextCamel}Catalogue, ${n.contextCamel}Projections } from '@hoptac/${n.context}';\n`,
    ],
    ['  rehearsalCatalogue,\n', `  ${n.contextCamel}Catalogue,\n`],
    ['  chronicle,\n', `  ...${n.contextCamel}Projections,\n`],
    ["  'user-',\n", `  '${n.agg}-',\n`],
  ],
  'apps/api/contexts.ts': [
    ['import type { DynamicModule }', `import { ${n.Context}Module } from '@hoptac/${n.context}';\n`],
    [', audit];', `, ${n.Context}Module.forHttp()`],
  ],
  'libs/identity/permissions/permissions.ts': [
    [
      "    'dossiers.claim': 'office',\n",
      ['read', 'open', 'close'].map((action) => `    '${n.contextCamel}.${action}': 'any',\n`).join(''),
    ],
  ],
  'apps/web/src/event-words.ts': [
    [
      '  PersonalDataViewed: [',
      `  ${n.Agg}Opened: ['${n.Agg}: đã mở', '${n.Agg} opened'],\n  ${n.Agg}Closed: ['${n.Agg}: đã đóng', '${n.Agg} closed'],\n`,
    ],
  ],
  'libs/audit/http/event-words.ts': [
    ['  PersonalDataViewed: ', `  ${n.Agg}Opened: '${n.Agg}: đã mở',\n  ${n.Agg}Closed: '${n.Agg}: đã đóng',\n`],
  ],
  'docs/doors.md': [
    [
      '## `apps/cli`\n',
      `## \`@hoptac/${n.context}\`\n- \`${n.Context}Module.forHttp()\`, \`${n.contextCamel}Catalogue\`, \`${n.contextCamel}Projections\`; routes \`/api/${n.aggs}\`.\n\n`,
    ],
  ],
});

/** Puts each line before the first place that holds what it comes before, behind everything that stands there in order. */
function joined(path, text, lines) {
  return lines.reduce((before, [place, line]) => {
    if (!before.includes(place)) throw new Error(`${path} does not look as expected: «${place.trim()}» is missing`);
    return before.replace(place, () => `${line}${place}`);
  }, text);
}

/**
 * Every file of the new context and every changed list of the house, by its path from the project's root. Writes nothing.
 * @throws Error when a list no longer has the place for a line, or the room is there already
 */
export function planned(context, aggregate, root = ROOT) {
  const names = namesOf(context, aggregate);
  if (existsSync(join(root, 'libs', context))) throw new Error(`libs/${context} is there already.`);
  const rooms = Object.entries(templates(names)).map(([path, text]) => [`libs/${context}/${path}`, text]);
  const changed = Object.entries(lists(names)).map(([path, lines]) => [
    path,
    joined(path, readFileSync(join(root, path), 'utf8'), lines),
  ]);
  return Object.fromEntries([...rooms, ...changed]);
}

function run(context, aggregate) {
  if (![context, aggregate].every((name) => SHAPE.test(name ?? ''))) {
    process.stderr.write('npm run new:context -- <context> <aggregate>   (kebab-case, e.g. tax-debts tax-debt)\n');
    return 2;
  }
  let files;
  try {
    files = planned(context, aggregate);
  } catch (error) {
    process.stderr.write(`${error.message} Nothing was written.\n`);
    return 1;
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  process.stdout.write(
    `libs/${context} is laid. Next: npx prettier --write libs/${context} libs/house apps/api/contexts.ts, npm run check, docs/how-to/add-a-context.md\n`,
  );
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = run(...process.argv.slice(2));
