/** The operators' tool against the stack under test. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const PROGRAM = join(__dirname, '../../dist/apps/cli/main.js');
const WITHIN_MS = 120_000;

export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** `hoptac …`; its exit status is part of the answer. @throws Error when it does not end within two minutes. */
export function hoptac(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [PROGRAM, ...words], { timeout: WITHIN_MS, maxBuffer: 32 << 20 }, (error, out, err) => {
      if (error?.killed) reject(new Error(`hoptac ${words.join(' ')}: no end in ${String(WITHIN_MS)} ms`));
      else resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err });
    });
  });
}
