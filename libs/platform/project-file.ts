import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Absolute path of a data file of the checkout, e.g. `libs/identity/data/areas.csv`: compiled code lies under `dist/`, its data does not.
 * @throws Error when no folder above this one holds it.
 */
export function projectFile(relative: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, relative);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error(`${relative} is missing from the installation`);
  }
}
