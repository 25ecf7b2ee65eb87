/**
 * Finds Temporal's server or builds it, in this order: a build of `infra/temporal/` kept in `.tools/`, the `temporal`
 * command on PATH (1.9 or newer), a new build when Go is there. Each step says why it moved on. See docs/adr/0002.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Notice } from './bootstrap-notice.mjs';
import { say, withProgress } from './progress.mjs';
import { answerOf, run } from './run.mjs';

const SOURCES = ['go.mod', 'go.sum', 'main.go'];
const OLDEST_COMMAND = [1, 9];

/** @returns {{ kind: 'server' | 'command', path: string }} what the launcher starts, for `HOPTAC_TEMPORAL_TOOL` */
export async function ensureTemporal(root) {
  const kept = keptBuild(root);
  if (existsSync(kept)) return { kind: 'server', path: kept };

  const command = await answerOf('temporal', ['--version']);
  if (command && isNewEnough(command)) return { kind: 'command', path: 'temporal' };
  const reasons = [
    'Temporal: .tools/ has no build of infra/temporal.',
    command
      ? `temporal on PATH is older than ${OLDEST_COMMAND.join('.')} (${command}).`
      : 'No `temporal` command on PATH.',
  ];
  const go = await answerOf('go', ['version']);
  if (!go) throw nothingWorks([...reasons, 'No Go on PATH.'].join('\n'));
  say(`${reasons.join(' ')} Building it with ${go.split(' ')[2]} (about six minutes the first time)…`);
  await build(root, kept);
  return { kind: 'server', path: kept };
}

/** Where the build of these very sources for this machine is kept. */
export function keptBuild(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const name of SOURCES) hash.update(name).update(readFileSync(join(root, 'infra/temporal', name)));
  const tools = process.env.HOPTAC_TOOLS_DIR ?? join(root, '.tools');
  return join(tools, `temporal-${hash.digest('hex').slice(0, 16)}`, 'temporal-server');
}

export function isNewEnough(versionLine) {
  const found = /version (\d+)\.(\d+)/.exec(versionLine);
  if (!found) return false;
  const [major, minor] = [Number(found[1]), Number(found[2])];
  return major > OLDEST_COMMAND[0] || (major === OLDEST_COMMAND[0] && minor >= OLDEST_COMMAND[1]);
}

async function build(root, kept) {
  const cwd = join(root, 'infra/temporal');
  const fresh = `${kept}.${process.pid}.new`;
  mkdirSync(join(kept, '..'), { recursive: true });
  await withProgress('tải mô-đun Go / downloading the Go modules', async (far) => {
    let count = 0;
    const { status, tail } = await run('go', ['mod', 'download', '-x'], {
      cwd,
      onLine: (line) => line.includes('.zip') && far(`${++count}`),
    });
    if (status !== 0) throw nothingWorks(tail);
  });
  await withProgress('dựng máy chủ Temporal / building Temporal’s server', async (far) => {
    const listed = await answerOf('go', ['list', '-deps', '-f', '{{if .Stale}}{{.ImportPath}}{{end}}', '.'], { cwd });
    const total = listed ? listed.split('\n').filter(Boolean).length : 0;
    let done = 0;
    const { status, tail } = await run('go', ['build', '-v', '-trimpath', '-ldflags=-s -w', '-o', fresh, '.'], {
      cwd,
      onLine: (line) => far(`${(done += 1)} / ${Math.max(total, done)} ${line}`.slice(0, 70)),
    });
    if (status !== 0) throw nothingWorks(tail);
  });
  chmodSync(fresh, 0o755);
  renameSync(fresh, kept);
}

function nothingWorks(detail) {
  return new Notice({
    vi: 'Không có máy chủ Temporal và không dựng được. Cách khắc phục: cài Go 1.26 trở lên (và mạng) rồi chạy lại; hoặc đặt lệnh `temporal` 1.9+ vào PATH; hoặc đặt HOPTAC_TEMPORAL_ADDRESS=máy:cổng của một máy chủ sẵn có.',
    en: 'There is no Temporal server and none could be built. Ways out: install Go 1.26 or newer (and a network) and run again; or put the `temporal` command 1.9+ on PATH; or set HOPTAC_TEMPORAL_ADDRESS=host:port of a server you have.',
    detail,
  });
}
