/**
 * Builds `dist/` from the TypeScript sources, file by file and only what changed: `apps/api/main.ts` becomes
 * `dist/apps/api/main.js`. Each output is written beside and renamed, so that a running part never reads half a file;
 * the output of a source that is gone is removed. The pages are built by vite into `dist/web/`.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import process from 'node:process';
import { Notice } from './bootstrap-notice.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

const ROOMS = ['apps', 'libs', 'workflows', 'infra', 'test'];
const OTHER_BUILDS = ['apps/web', 'infra/temporal', 'infra/compose', 'infra/helm', 'test/architecture/fixtures'];
const ASSET = /\.(sql|json|csv|html|css|ttf|woff2|svg|png|proto)$/;
const NOT_AN_ASSET = /(^|\/)(package|tsconfig[^/]*)\.json$/;
const MANIFEST = '.manifest.json';

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** Files under `folder` as paths with `/`, relative to `root`. */
export function filesUnder(root, folder, skipped = []) {
  const found = [];
  const walk = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      const child = `${path}/${entry.name}`;
      if (entry.name === 'node_modules' || entry.name.startsWith('.') || skipped.includes(child)) continue;
      if (entry.isDirectory()) walk(child);
      else if (entry.isFile()) found.push(child);
    }
  };
  if (existsSync(join(root, folder))) walk(folder);
  return found.sort();
}

function isBuilt(path) {
  if (/\.d\.ts$/.test(path)) return false;
  if (/\.tsx?$/.test(path)) return !/\.spec\.ts$/.test(path);
  return !path.startsWith('test/') && ASSET.test(path) && !NOT_AN_ASSET.test(path);
}

const outputOf = (path) => path.replace(/\.tsx?$/, '.js');

/** @returns {Promise<boolean>} whether anything was built */
export async function buildPrograms(root) {
  const dist = join(root, 'dist');
  const require = createRequire(join(root, 'package.json'));
  const swcrc = readFileSync(join(root, '.swcrc'), 'utf8');
  const version = sha(swcrc, require('@swc/core/package.json').version);
  const old = readManifest(dist);
  const known = old.version === version ? old.files : {};

  const files = {};
  const changed = [];
  for (const path of ROOMS.flatMap((room) => filesUnder(root, room, OTHER_BUILDS)).filter(isBuilt)) {
    const content = readFileSync(join(root, path));
    files[path] = sha(content);
    if (known[path] !== files[path] || !existsSync(join(dist, outputOf(path)))) changed.push({ path, content });
  }
  const gone = Object.keys(old.files).filter((path) => !(path in files));
  if (changed.length === 0 && gone.length === 0) return false;

  await withProgress('dịch chương trình / building the programs', async (far) => {
    const { transform } = require('@swc/core');
    const { $schema: _, ...options } = JSON.parse(swcrc);
    options.jsc.baseUrl = root;
    const failures = [];
    for (const [index, { path, content }] of changed.entries()) {
      far(`${index + 1} / ${changed.length}`);
      try {
        await emit(root, dist, path, content, transform, options);
      } catch (error) {
        delete files[path];
        failures.push(`${path}\n${error.message}`);
      }
    }
    for (const path of gone) for (const end of ['', '.map']) rmSync(join(dist, outputOf(path) + end), { force: true });
    writeWhole(join(dist, MANIFEST), JSON.stringify({ version, files }));
    if (failures.length > 0) {
      throw new Notice({
        vi: `Không dịch được ${failures.length} tệp mã nguồn. Sửa lỗi dưới đây rồi chạy lại.`,
        en: `${failures.length} source files could not be compiled. Mend the errors below and run again.`,
        detail: failures.slice(0, 5).join('\n\n'),
      });
    }
  });
  return true;
}

async function emit(root, dist, path, content, transform, options) {
  const target = join(dist, outputOf(path));
  mkdirSync(dirname(target), { recursive: true });
  if (!/\.tsx?$/.test(path)) return writeWhole(target, content);
  const { code, map } = await transform(content.toString('utf8'), {
    ...options,
    swcrc: false,
    filename: join(root, path),
    sourceFileName: pathToFileURL(join(root, path)).pathname,
  });
  writeWhole(`${target}.map`, map ?? '');
  writeWhole(target, `${code}\n//# sourceMappingURL=${target.split(sep).pop()}.map\n`);
}

/** The workflows' bundle ahead of the worker's first start; the worker keeps it under the hash of what is in it. */
export async function buildWorkflowBundle(root, node) {
  const program = join(root, 'dist/apps/worker/bundle.js');
  await withProgress('gói quy trình / bundling the workflows', async (far) => {
    const { status, tail } = await run(node, [program], { cwd: root, onLine: far });
    if (status !== 0) {
      throw new Notice({
        vi: 'Không gói được các quy trình. Sửa lỗi dưới đây rồi chạy lại.',
        en: 'The workflows could not be bundled. Mend the error below and run again.',
        detail: tail,
      });
    }
  });
}

/** `dist/web/` from `apps/web`, when there are pages and they changed. */
export async function buildPages(root, node) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  const inputs = [...filesUnder(root, 'apps/web'), 'package-lock.json'];
  const hash = sha(...inputs.map((path) => sha(path, readFileSync(join(root, path)))));
  const target = join(root, 'dist', 'web');
  const stamp = join(root, 'dist', '.web-hash');
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await withProgress('dựng trang web / building the pages (vite)', async (far) => {
    const fresh = join(root, 'dist', '.web-new');
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', join(root, 'apps/web'), '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'];
    const env = { ...process.env, NODE_ENV: 'production' };
    const { status, tail } = await run(node, args, { cwd: root, env, onLine: far });
    if (status !== 0) {
      throw new Notice({
        vi: 'Không dựng được các trang web. Sửa lỗi dưới đây rồi chạy lại.',
        en: 'The pages could not be built. Mend the error below and run again.',
        detail: tail,
      });
    }
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    writeWhole(stamp, hash);
  });
}

function readManifest(dist) {
  try {
    return JSON.parse(readFileSync(join(dist, MANIFEST), 'utf8'));
  } catch {
    return { version: '', files: {} };
  }
}

function writeWhole(file, content) {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}
