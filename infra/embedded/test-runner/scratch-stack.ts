import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOORS, freeBase } from '../ports';
import { addresses, ELSEWHERE_KEYS, readSettings } from '../settings';
import { Stack } from '../stack';

export interface ScratchStack {
  readonly stack: Stack;
  /** For tests: the addresses of all parts, of the API and of the control door. */
  readonly env: Readonly<Record<string, string>>;
  /** Stops it and removes its folder. */
  end(): Promise<void>;
}

/** A stack of its own on free ports and a folder under the system's scratch place, in rehearsal. */
export async function startScratchStack(options: {
  root: string;
  only: string | undefined;
  said: (text: string) => void;
  signal: AbortSignal;
}): Promise<ScratchStack> {
  const folder = mkdtempSync(join(tmpdir(), 'hoptac-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const environment = { ...ownEnvironment(), HOPTAC_PORT_BASE: String(await freeBase()) };
    const settings = readSettings(
      { ...environment, HOPTAC_DATA_DIR: folder, HOPTAC_REHEARSAL: '1' },
      { root: options.root, ...(options.only === undefined ? {} : { only: options.only }) },
    );
    const stack = await Stack.start(settings, options.said, options.signal);
    return {
      stack,
      env: {
        ...stack.env,
        HOPTAC_API_URL: `http://127.0.0.1:${String(settings.ports.api)}`,
        HOPTAC_CONTROL_URL: stack.controlAccess.url,
        HOPTAC_CONTROL_TOKEN: stack.controlAccess.token,
      },
      end: async () => {
        await stack.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The environment without addresses of another stack: a scratch stack never touches what runs elsewhere. */
function ownEnvironment(): Record<string, string | undefined> {
  const foreign = new Set<string>([
    ...Object.values(ELSEWHERE_KEYS),
    ...Object.values(DOORS).map(({ key }) => key),
    'HOPTAC_PORT_BASE',
    'HOPTAC_DATA_DIR',
  ]);
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.has(key)));
}

/** Addresses of a stack that runs already, from this process's environment (`HOPTAC_REUSE_STACK=1`). */
export function reusedStack(root: string): Readonly<Record<string, string>> {
  const settings = readSettings(process.env, { root });
  return { ...addresses(settings, undefined), HOPTAC_API_URL: `http://127.0.0.1:${String(settings.ports.api)}` };
}
