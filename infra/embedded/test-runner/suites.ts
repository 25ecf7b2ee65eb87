import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Suite {
  readonly name: string;
  readonly needsStack: boolean;
  readonly needsBrowser: boolean;
  /** Folder that must be there for the suite to be run and counted; none for those picked by suffix all over the source. */
  readonly folder?: string;
  readonly limitMinutes: number;
  /** Files run one after another: they share one stack. */
  readonly inBand: boolean;
}

/** In the order `npm test` runs them: what is quick and says most first. */
export const SUITES: readonly Suite[] = [
  { name: 'unit', needsStack: false, needsBrowser: false, limitMinutes: 10, inBand: false },
  { name: 'replay', needsStack: false, needsBrowser: false, folder: 'test/replay', limitMinutes: 5, inBand: true },
  {
    name: 'conformance',
    needsStack: false,
    needsBrowser: false,
    folder: 'test/conformance',
    limitMinutes: 10,
    inBand: false,
  },
  { name: 'int', needsStack: true, needsBrowser: false, limitMinutes: 20, inBand: true },
  {
    name: 'acceptance',
    needsStack: true,
    needsBrowser: false,
    folder: 'test/acceptance',
    limitMinutes: 20,
    inBand: true,
  },
  { name: 'chaos', needsStack: true, needsBrowser: false, folder: 'test/chaos', limitMinutes: 25, inBand: true },
  { name: 'e2e', needsStack: true, needsBrowser: true, folder: 'test/e2e', limitMinutes: 20, inBand: true },
];

const SOURCES = ['libs', 'apps', 'workflows', 'infra', 'test/security', 'test/architecture'];

/** Whether there is anything of the suite to run. */
export function isPresent(root: string, suite: Suite): boolean {
  if (suite.folder !== undefined) return holds(join(root, suite.folder), /\.spec\.ts$/);
  const pattern = suite.name === 'int' ? /\.int\.spec\.ts$|security\/.*\.spec\.ts$/ : /\.spec\.ts$/;
  return SOURCES.some((folder) => holds(join(root, folder), pattern));
}

function holds(folder: string, pattern: RegExp): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name !== 'node_modules' && holds(path, pattern);
    return pattern.test(path);
  });
}
