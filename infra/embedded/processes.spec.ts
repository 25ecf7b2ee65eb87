import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { yieldAsSession } from './processes';

const sharedBySession = existsSync('/proc/self/autogroup');

describe('a session that yields', () => {
  (sharedBySession ? it : it.skip)('counts less against other sessions, with all its processes', async () => {
    const part = spawn('sleep', ['30'], { detached: true, stdio: 'ignore' });
    try {
      const sessionOf = (pid: number | undefined): string => readFileSync(`/proc/${String(pid)}/autogroup`, 'utf8');
      expect(sessionOf(part.pid)).toMatch(/nice 0\n$/);
      await yieldAsSession(part.pid ?? 0, 10);
      expect(sessionOf(part.pid)).toMatch(/nice 10\n$/);
      expect(sessionOf(process.pid)).toMatch(/nice 0\n$/);
    } finally {
      part.kill();
    }
  });

  it('does nothing where the process is gone', async () => {
    await expect(yieldAsSession(2 ** 22 + 1, 10)).resolves.toBeUndefined();
  });
});
