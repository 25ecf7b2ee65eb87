import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Notice } from '../notice';

const APT = 'apt-get';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

/** The browser for the pages' tests: `HOPTAC_BROWSER`, one of the system's, or Debian's, installed when we may. */
export async function findBrowser(said: (text: string) => void): Promise<string> {
  const given = process.env['HOPTAC_BROWSER'];
  if (given !== undefined && given !== '') {
    if (isProgram(given)) return given;
    throw new Notice({
      vi: `HOPTAC_BROWSER="${given}" không phải là một chương trình chạy được.`,
      en: `HOPTAC_BROWSER="${given}" is no program that can be run.`,
    });
  }
  const found = installedBrowser();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && spawnSync(APT, ['--version'], { stdio: 'ignore' }).status === 0) {
    await installByApt(said);
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Notice({
    vi: 'Không tìm thấy trình duyệt cho các bài thử trang web. Hãy cài Chromium (Debian: apt-get install chromium), hoặc đặt HOPTAC_BROWSER=/đường/dẫn/chrome.',
    en: 'No browser was found for the tests of the pages. Install Chromium (Debian: apt-get install chromium), or set HOPTAC_BROWSER=/path/to/chrome.',
  });
}

function installedBrowser(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...PLACES];
  const names = [...NAMES, 'Google Chrome', 'Chromium'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installByApt(said: (text: string) => void): Promise<void> {
  said('cài trình duyệt Chromium bằng apt / installing Chromium by apt…');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const status = await new Promise<number>((resolve) => {
      const child = spawn(APT, args, {
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let lastSaid = Date.now();
      child.stdout.on('data', (chunk: Buffer) => {
        if (Date.now() - lastSaid < 2_000) return;
        lastSaid = Date.now();
        said(`… ${chunk.toString('utf8').trim().split('\n').at(-1) ?? ''}`.slice(0, 110));
      });
      child.once('error', () => {
        resolve(1);
      });
      child.once('close', (code) => {
        resolve(code ?? 1);
      });
    });
    if (status !== 0) said(`${APT} ${args[0] ?? ''}: ${String(status)}`);
  }
}
