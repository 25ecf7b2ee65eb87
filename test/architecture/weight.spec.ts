import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One entry of Vite's manifest: a source, the file it became, and what that file loads at once. */
interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const WEB = join(__dirname, '../../dist/web');
const MANIFEST = join(WEB, '.vite/manifest.json');
const PAGES = 'src/pages/';
/** Faces that a Vietnamese page loads; the others are fetched only where their letters stand. */
const FACES = /inter-(latin|vietnamese)-wght-normal/;

/** Bytes over the wire of a page's first load: scripts and styles compressed, fonts as they are. */
function firstLoad(manifest: Readonly<Record<string, Chunk>>, page: string): number {
  const chunks = new Set<string>();
  const follow = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || chunks.has(name)) return;
    chunks.add(name);
    for (const next of chunk.imports ?? []) follow(next);
  };
  follow(page);
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry === true) follow(name);
  const files = new Set(
    [...chunks].flatMap((name) => [manifest[name]?.file ?? '', ...(manifest[name]?.css ?? [])]).concat('house.css'),
  );
  const fonts = Object.values(manifest).filter(({ file }) => FACES.test(file) && file.endsWith('.woff2'));
  const size = (file: string): number => gzipSync(readFileSync(join(WEB, file))).length;
  return (
    [...files].reduce((sum, file) => sum + size(file), 0) +
    fonts.reduce((sum, { file }) => sum + readFileSync(join(WEB, file)).length, 0)
  );
}

describe('the weight of a first load, compressed', () => {
  if (!existsSync(MANIFEST)) throw new Error('The pages are not built: npm run build');
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const pages = Object.keys(manifest).filter((name) => name.startsWith(PAGES));

  it('of every page of applicants is at most 200 kB', () => {
    const applicants = pages.filter((name) => name.startsWith(`${PAGES}applicant/`));
    expect(applicants.length).toBeGreaterThan(6);
    expect(applicants.filter((name) => firstLoad(manifest, name) > 200_000)).toEqual([]);
  });

  it('of every page of staff is at most 560 kB', () => {
    const staff = pages.filter((name) => !name.startsWith(`${PAGES}applicant/`));
    expect(staff.length).toBeGreaterThan(3);
    expect(staff.filter((name) => firstLoad(manifest, name) > 560_000)).toEqual([]);
  });
});
