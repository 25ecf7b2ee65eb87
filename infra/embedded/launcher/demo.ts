import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Notice } from '../notice';
import { type Stack } from '../stack';

const CLI = 'dist/apps/cli/main.js';
/** In the data folder: the demo province is loaded, or was declined. */
const MARK = 'demo.json';

/** Loads the labelled demo province into new data, once; an interrupted load is taken up again at the next start. */
export async function loadDemo(stack: Stack, said: (text: string) => void, signal: AbortSignal): Promise<void> {
  const mark = stack.data.file(MARK);
  if (existsSync(mark) || !existsSync(join(stack.settings.root, CLI))) return;
  said('\nNạp tỉnh mẫu (dữ liệu minh họa) / loading the demo province…');
  await hoptac(stack, ['demo', 'load'], said, signal);
  writeFileSync(mark, JSON.stringify({ loadedAt: new Date().toISOString() }));
}

/** `npm start -- --empty`: never load the demo into this data folder. */
export function declineDemo(stack: Stack): void {
  writeFileSync(stack.data.file(MARK), JSON.stringify({ declined: true }));
}

export async function printDemoLogins(stack: Stack, said: (text: string) => void, signal: AbortSignal): Promise<void> {
  if (!existsSync(join(stack.settings.root, CLI))) return;
  said('');
  await hoptac(stack, ['demo', 'logins'], said, signal);
}

async function hoptac(
  stack: Stack,
  args: readonly string[],
  said: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const status = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [join(stack.settings.root, CLI), ...args], {
      cwd: stack.settings.root,
      env: { ...stack.settings.environment, ...stack.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said(line);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
  if (status === 0) return;
  const command = `hoptac ${args.join(' ')}`;
  throw new Notice({
    vi: `Lệnh \`${command}\` không xong (mã ${String(status)}). Hãy sửa lỗi trên rồi chạy lại; hoặc khởi động không có dữ liệu mẫu: \`npm start -- --empty\`.`,
    en: `\`${command}\` failed (status ${String(status)}). Mend the error above and run again; or start without the demo: \`npm start -- --empty\`.`,
  });
}
