/** Is `node_modules` what `package-lock.json` says? Else `npm ci`. And the Node that everything runs on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Notice } from './bootstrap-notice.mjs';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

export const OLDEST_NODE = [20, 19];

export function assertNodeCanBootstrap(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Notice({
    vi: `Cần Node ${OLDEST_NODE.join('.')} trở lên để khởi động; máy này có ${version}. Hãy cài bản Node mới hơn rồi chạy lại.`,
    en: `Node ${OLDEST_NODE.join('.')} or newer is needed to start; this is ${version}. Install a newer Node and run again.`,
  });
}

/**
 * Why the installed packages are not those of the lock file, or null when they are. npm leaves its own list of what it
 * installed; a package for another machine (optional, other os or cpu) may be absent.
 */
export function whyStale(root) {
  const lock = readJson(join(root, 'package-lock.json'));
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'node_modules';
  for (const [path, wanted] of Object.entries(lock?.packages ?? {})) {
    if (path === '' || wanted.link) continue;
    const found = installed.packages?.[path];
    if (found ? found.version !== wanted.version : !mayBeAbsent(wanted)) return path;
  }
  return null;
}

/** What npm leaves out: optional packages for another machine, or whose fitness we cannot tell (libc, helpers of such). */
function mayBeAbsent(entry) {
  if (!entry.optional && !entry.peer) return false;
  const fits = (wanted, value) => [wanted].flat().some((x) => (x.startsWith('!') ? x !== `!${value}` : x === value));
  const surelyOurs =
    entry.os && entry.cpu && !entry.libc && fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
  return !surelyOurs;
}

export async function ensurePackages(root) {
  if (!whyStale(root)) return;
  await withProgress('cài các gói npm / installing the npm packages', async (far) => {
    const listed = Object.entries(readJson(join(root, 'package-lock.json'))?.packages ?? {});
    const wanted = listed.filter(([path, entry]) => path !== '' && !mayBeAbsent(entry)).length;
    const exact = await npm(root, ['ci'], wanted, far);
    // A registry that does not carry the packages of other platforms makes `npm ci` call the lock file incomplete,
    // whatever it holds. `npm install --no-save` takes the same versions from it and changes nothing.
    const missing = exact.words.filter((line) => line.includes('Missing:'));
    const onlyOtherPlatforms = missing.length > 0 && missing.every((line) => line.includes('@ from lock file'));
    const result = onlyOtherPlatforms ? await npm(root, ['install', '--no-save'], wanted, far) : exact;
    if (result.status === 0) return;
    throw new Notice({
      vi: 'Không cài được các gói npm. Kiểm tra mạng (hoặc cấu hình registry của npm), chỗ trống trên đĩa, rồi chạy lại.',
      en: 'The npm packages could not be installed. Check the network (or npm’s registry setting) and free disk space, then run again.',
      detail: result.words.slice(0, 30).join('\n'),
    });
  });
}

/** Runs npm and shows how many packages of `wanted` it has got; `words` = what it says besides. */
async function npm(root, args, wanted, far) {
  const words = [];
  const got = new Set();
  far('đọc danh mục / reading the catalogue');
  const onLine = (line) => {
    if (!line.startsWith('npm http')) words.push(line);
    else if (/\.tgz/.test(line))
      far(`${got.add(line.split(/\s+/).find((word) => word.includes('.tgz'))).size} / ${wanted}`);
  };
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  try {
    const { status } = await run(command, [...args, '--no-audit', '--no-fund', '--loglevel=http'], {
      cwd: root,
      onLine,
    });
    return { status, words: words.filter((line) => !line.includes('EBADENGINE')) };
  } catch (error) {
    return { status: 1, words: [String(error)] };
  }
}

/** The Node 24 that comes as an npm package; this very Node when it is new enough itself. */
export function pinnedNode(root) {
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Notice({
    vi: `Gói Node 24 cho ${process.platform}-${process.arch} chưa được cài (optionalDependencies). Chạy \`npm ci --include=optional\`, hoặc cài Node 24 rồi chạy lại.`,
    en: `The Node 24 package for ${process.platform}-${process.arch} is not installed (optionalDependencies). Run \`npm ci --include=optional\`, or install Node 24 and run again.`,
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
