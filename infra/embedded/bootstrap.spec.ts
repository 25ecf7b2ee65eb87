import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The bootstrap is native ESM for an older Node, which Jest cannot load: each expression is asked of a Node of its own. */
function ask(module: string, expression: string): unknown {
  const source = `import * as m from ${JSON.stringify(join(__dirname, module))}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' }));
}

describe('installed packages', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hoptac-spec-'));
    mkdirSync(join(root, 'node_modules'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const stale = (locked: object, installed: object | null): string | null => {
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...locked } }));
    if (installed)
      writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    return ask('packages.mjs', `m.whyStale(${JSON.stringify(root)})`) as string | null;
  };

  it('are missing when npm left no list of them', () => {
    expect(stale({ a: { version: '1.0.0' } }, null)).toBe('node_modules');
  });

  it('are fresh when each has the version of the lock file', () => {
    expect(stale({ a: { version: '1.0.0' } }, { a: { version: '1.0.0' } })).toBeNull();
  });

  it('are stale when one is missing or has another version', () => {
    expect(stale({ a: { version: '1.0.0' }, b: { version: '2.0.0' } }, { a: { version: '1.0.0' } })).toBe('b');
    expect(stale({ a: { version: '1.0.1' } }, { a: { version: '1.0.0' } })).toBe('a');
  });

  it('may lack optional ones of another machine, not those of this one', () => {
    const optional = { version: '1.0.0', optional: true };
    expect(stale({ a: { ...optional, os: ['plan9'], cpu: ['x64'] } }, {})).toBeNull();
    expect(stale({ a: { ...optional, os: [process.platform], cpu: [process.arch] } }, {})).toBe('a');
  });
});

describe('the tools', () => {
  it.each([
    ['temporal version 1.9.0 (Server 1.32.1)', true],
    ['temporal version 2.0.0', true],
    ['temporal version 1.8.2 (Server 1.28)', false],
    ['tctl', false],
  ])('"%s" is new enough: %s', (line, answer) => {
    expect(ask('temporal-tool.mjs', `m.isNewEnough(${JSON.stringify(line)})`)).toBe(answer);
  });

  it('an older Node than the bootstrap needs is told so', () => {
    const refused = `(() => { try { m.assertNodeCanBootstrap('18.19.0'); return ''; } catch (e) { return e.message; } })()`;
    expect(ask('packages.mjs', refused)).toContain('20.19');
    expect(ask('packages.mjs', `m.assertNodeCanBootstrap('20.19.0') ?? null`)).toBeNull();
  });
});

describe('known holes', () => {
  const hole = { id: 'GHSA-1', package: 'p', severity: 'high', title: 't' };
  const judge = (found: object[], known: object[]): { ok: boolean; detail: string } =>
    ask(
      'audit.mjs',
      `m.judge(new Map(${JSON.stringify(found)}.map((x) => [x.id, x])), ${JSON.stringify(known)}, '2026-11-22')`,
    ) as { ok: boolean; detail: string };

  it('fail when new, pass when accepted, fail again after the date or when gone', () => {
    const accepted = { id: 'GHSA-1', package: 'p', until: '2026-12-31', reason: 'r' };
    expect(judge([hole], [])).toMatchObject({ ok: false, detail: expect.stringContaining('GHSA-1') });
    expect(judge([hole], [accepted]).ok).toBe(true);
    expect(judge([hole], [{ ...accepted, until: '2026-11-21' }]).ok).toBe(false);
    expect(judge([], [accepted]).ok).toBe(false);
  });
});
