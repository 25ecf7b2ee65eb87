import { documentedKeys } from '@hoptac/platform';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

const read = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
const files = readdirSync(join(__dirname, 'templates'));
const sources = files.map((name) => ({ name, text: read(`templates/${name}`) }));
const values = parse(read('values.yaml')) as Record<string, unknown>;
const helpers = new Map(
  [...read('templates/_programs.tpl').matchAll(/define "([\w.]+)" -}}\n([\s\S]*?)\n{{- end }}/g)].map(
    ([, name = '', body = '']) => [name, body] as const,
  ),
);

const valueAt = (path: string): unknown =>
  path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], values);

/** The few things these templates do: values, a printed image, includes by indentation, conditions taken as true. */
function rendered(text: string): string {
  return text
    .replace(/{{- include "([\w.]+)" \. \| nindent (\d+) }}/g, (_all, name: string, columns: string) => {
      const pad = ' '.repeat(Number(columns));
      const body = helpers.get(name);
      if (body === undefined) throw new Error(`no helper ${name}`);
      return rendered(body)
        .split('\n')
        .map((line) => pad + line)
        .join('\n');
    })
    .replace(/^{{- (?:if .*|end) }}\n/gm, '')
    .replaceAll('{{ .Release.Name }}', 'hoptac')
    .replace(/{{ printf "%s:%s" \.Values\.([\w.]+) \.Values\.([\w.]+) \| quote }}/g, (_all, a: string, b: string) =>
      JSON.stringify(`${String(valueAt(a))}:${String(valueAt(b))}`),
    )
    .replace(/{{ (?:toJson )?\.Values\.([\w.]+)(?: \| quote)? }}/g, (_all, path: string) =>
      JSON.stringify(valueAt(path)),
    );
}

interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}
const resources = sources
  .filter(({ name }) => name.endsWith('.yaml'))
  .flatMap(({ name, text }) =>
    parseAllDocuments(rendered(text)).map((document) => {
      expect([name, document.errors]).toEqual([name, []]);
      return document.toJS() as Resource;
    }),
  );

describe('the chart', () => {
  it('renders to resources with a kind and a name of their own', () => {
    const names = resources.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names.sort()).toEqual([
      'CronJob hoptac-ledger',
      'Deployment hoptac-api',
      'Deployment hoptac-projector',
      'Deployment hoptac-worker',
      'Ingress hoptac',
      'Service hoptac-api',
      'Service hoptac-event-node',
      'Service hoptac-nothing',
      'StatefulSet hoptac-event-node',
    ]);
    expect(JSON.stringify(resources)).not.toMatch(/{{|}}(?=[^"\]},]|$)|undefined/);
  });

  it('uses every value and no other', () => {
    const used = new Set(
      sources.flatMap(({ text }) => [...text.matchAll(/\.Values\.([\w.]+)/g)].map(([, path]) => path)),
    );
    const unknown = [...used].filter((path) => valueAt(path ?? '') === undefined);
    expect(unknown).toEqual([]);
    const leaves = (value: unknown, path: string): string[] =>
      used.has(path) || typeof value !== 'object' || value === null
        ? [path]
        : Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
    expect(leaves(values, '').filter((path) => !used.has(path))).toEqual([]);
  });

  it('tells the programs keys that they know', () => {
    const known = new Set(documentedKeys().map(({ key }) => key));
    const node = readFileSync(join(__dirname, '../../apps/event-node/config.ts'), 'utf8');
    const keys = sources.flatMap(({ text }) => text.match(/HOPTAC_[A-Z0-9_]+/g) ?? []);
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key) => !known.has(key) && !node.includes(key))).toEqual([]);
  });

  it('runs each of the five programs under an ordinary user, with limits', () => {
    const text = JSON.stringify(resources);
    for (const program of ['api', 'worker', 'projector', 'event-node', 'cli'])
      expect(text).toContain(`dist/apps/${program}/main.js`);
    expect(text.match(/"runAsNonRoot":true/g)).toHaveLength(5);
    expect(text.match(/"allowPrivilegeEscalation":false/g)).toHaveLength(5);
    expect(text.match(/"memory":"1Gi"/g)).toHaveLength(5);
  });
});
