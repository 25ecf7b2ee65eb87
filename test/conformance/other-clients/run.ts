/**
 * Clients written by others, in other languages, against a node of our own (or `HOPTAC_EVENTSTORE_URL`): the official Go
 * and Java clients say the same protocol in their own way. A language that is not on this machine is left out with the
 * reason; at least one must have run. `npm run test:other-clients`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOwnNode } from '../harness';

const SOURCES = join(process.cwd(), 'test/conformance/other-clients');
/** Building fetches the client from its registry the first time (milliseconds). */
const BUILD_LIMIT = 600_000;
const RUN_LIMIT = 180_000;

/** Builds a probe into `out`; returns the command that runs it. Throws when the language or its registry is not there. */
type Build = (out: string) => string[];

const LANGUAGES: Record<string, Build> = {
  go: (out) => {
    const program = join(out, 'probe');
    build('go', ['build', '-o', program, '.'], 'go');
    return [program];
  },
  java: (out) => {
    const classpath = join(out, 'classpath');
    const target = join(out, 'target');
    build(
      'mvn',
      [
        '-q',
        '-B',
        'compile',
        'dependency:build-classpath',
        `-DbuildFolder=${target}`,
        `-Dmdep.outputFile=${classpath}`,
      ],
      'java',
    );
    return ['java', '-cp', `${join(target, 'classes')}:${readFileSync(classpath, 'utf8').trim()}`, 'Probe'];
  },
};

function build(command: string, words: string[], folder: string): void {
  execFileSync(command, words, {
    cwd: join(SOURCES, folder),
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: BUILD_LIMIT,
  });
}

async function main(): Promise<void> {
  const given = process.env['HOPTAC_EVENTSTORE_URL'];
  const own = given ? null : await startOwnNode();
  const url = given ?? own?.url ?? '';
  let passed = 0;
  let failed = 0;
  for (const [name, prepare] of Object.entries(LANGUAGES)) {
    const out = mkdtempSync(join(tmpdir(), `client-${name}-`));
    try {
      let command: string[];
      try {
        command = prepare(out);
      } catch (error) {
        process.stdout.write(
          `${name}: left out, it cannot be built here: ${(error as Error).message.split('\n')[0]}\n`,
        );
        continue;
      }
      process.stdout.write(`${name}\n`);
      const [program = '', ...words] = command;
      const run = spawnSync(program, [...words, url], { encoding: 'utf8', timeout: RUN_LIMIT });
      const lines = run.stdout.split('\n').filter((line) => /^(ok|NOT) /.test(line));
      for (const line of lines) process.stdout.write(`  ${line}\n`);
      const bad = lines.filter((line) => line.startsWith('NOT')).length;
      passed += lines.length - bad;
      failed += bad;
      // A probe that ends early has not failed a statement, but it has not held them all either.
      if (run.status !== 0 && bad === 0) {
        failed++;
        process.stdout.write(`  NOT ended with ${run.status ?? run.signal}: ${run.stderr.slice(-500)}\n`);
      }
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  await own?.stop();
  own?.remove();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

void main();
