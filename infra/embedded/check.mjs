/**
 * `npm run check`: format, lint, import boundaries, types, unused code, known holes, licences; all of them even when one fails,
 * each with its time, one summary. Ends with `N passed, N failed`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { bootstrap, ROOT } from './bootstrap.mjs';
import { audit } from './audit.mjs';
import { licences } from './licences.mjs';
import { reportFailure } from './bootstrap-notice.mjs';
import { say, seconds, withProgress } from './progress.mjs';
import { run } from './run.mjs';

const bin = (path) => join(ROOT, 'node_modules', path);
const rooms = ['apps', 'libs', 'workflows', 'infra'].filter((name) => existsSync(join(ROOT, name)));

/** What each check runs; `needs` is the configuration at the root without which the check cannot mean anything. */
const CHECKS = [
  {
    name: 'format (prettier)',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn', '--cache'],
  },
  {
    name: 'lint (eslint)',
    args: [bin('eslint/bin/eslint.js'), '.', '--cache', '--cache-location', join(ROOT, 'node_modules/.cache/eslint/')],
    needs: /^eslint\.config\.[cm]?[jt]s$/,
  },
  {
    name: 'boundaries (depcruise)',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...rooms],
    needs: /^\.dependency-cruiser\.([cm]?js|json)$/,
  },
  { name: 'types (tsc)', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', join(ROOT, 'tsconfig.json')] },
  {
    name: 'types of the pages (tsc)',
    args: [bin('typescript/bin/tsc'), '--noEmit', '-p', join(ROOT, 'apps/web/tsconfig.json')],
    only: 'apps/web/tsconfig.json',
  },
  { name: 'unused code (knip)', args: [bin('knip/bin/knip.js'), '--no-progress'] },
];

async function runCheck({ name, args, needs }, node, env) {
  if (needs && !readdirSync(ROOT).some((file) => needs.test(file))) {
    return { name, ok: false, detail: `thiếu tệp cấu hình / missing configuration: ${needs.source}` };
  }
  const lines = [];
  const { status } = await run(node, args, { cwd: ROOT, env, onLine: (line) => lines.push(line) });
  return { name, ok: status === 0, detail: lines.slice(-400).join('\n') };
}

async function timed(name, work) {
  const begun = Date.now();
  const result = await withProgress(name, work, { ending: false });
  const took = seconds(Date.now() - begun);
  say(`${result.ok ? '✓' : '✗'} ${name} (${took})`);
  if (result.detail && (!result.ok || result.show)) say(result.detail);
  return { ...result, name, took };
}

try {
  const { node, env } = await bootstrap({ programs: false });
  const results = [];
  for (const check of CHECKS.filter(({ only }) => !only || existsSync(join(ROOT, only)))) {
    results.push(await timed(check.name, () => runCheck(check, node, env)));
  }
  results.push(await timed('known holes (npm audit)', () => audit(ROOT)));
  results.push(await timed('licences of what ships', () => Promise.resolve(licences(ROOT))));
  const failed = results.filter(({ ok }) => !ok);
  say('');
  for (const { name, ok, took } of results) say(`  ${ok ? 'passed' : 'FAILED'}  ${name.padEnd(28)} ${took}`);
  process.stdout.write(`\n${results.length - failed.length} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.exitCode = reportFailure(error);
}
