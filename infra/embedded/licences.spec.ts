import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The check is plain JavaScript of the bootstrap; it is asked as `npm run check` runs it, in a process of its own. */
function judged(packages: object, stated: object[] = []): { ok: boolean; detail: string } {
  const url = pathToFileURL(join(__dirname, 'licences.mjs')).href;
  const script = `import { judge } from '${url}'; const [p, s] = JSON.parse(process.argv[1]); console.log(JSON.stringify(judge(p, ['MIT', 'ISC'], s)));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify([packages, stated])]);
  return JSON.parse(out.toString()) as { ok: boolean; detail: string };
}

describe('licences of what ships', () => {
  it('are those allowed, a choice with one of them included; tools of development do not ship', () => {
    const packages = {
      '': { license: 'UNLICENSED' },
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: '(GPL-3.0-or-later OR ISC)' },
      'node_modules/tool': { license: 'GPL-3.0-only', dev: true },
    };
    expect(judged(packages)).toMatchObject({ ok: true });
  });

  it.each([
    ['a licence of another kind', { 'node_modules/x': { license: 'AGPL-3.0-only' } }, []],
    ['a sum with one of another kind', { 'node_modules/x': { license: 'MIT AND GPL-2.0-only' } }, []],
    ['none stated', { 'node_modules/x': {} }, []],
    ['a statement about what is gone', {}, [{ package: 'x', licence: 'MIT', where: 'LICENSE' }]],
  ])('%s is told by name', (_what, packages, stated) => {
    const { ok, detail } = judged(packages, stated);
    expect([ok, detail]).toEqual([false, expect.stringContaining('x: ')]);
  });

  it('are stated by the package’s own files where the lockfile is silent', () => {
    expect(judged({ 'node_modules/x': {} }, [{ package: 'x', licence: 'MIT', where: 'LICENSE' }]).ok).toBe(true);
  });
});
