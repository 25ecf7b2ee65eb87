/**
 * Licences of what ships (everything in the lockfile that production installs): each is one that `licences.json` allows, or a package named there with
 * the licence that its own files state, or accepted there with a date and a reason. The whole list with versions: `npm run sbom`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {{ ok: boolean, detail: string, show?: boolean }} */
export function licences(root) {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const { packages } = read('package-lock.json');
  const { allowed, stated } = read('infra/embedded/licences.json');
  return judge(packages, allowed, stated);
}

/** A choice (`A OR B`) needs one allowed licence, a sum (`A AND B`) all of them. */
function isAllowed(licence, allowed) {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));
}

export function judge(packages, allowed, stated) {
  const counts = new Map();
  const lines = [];
  const used = new Set();
  for (const [path, { dev, license }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const name = path.replace(/^.*node_modules\//, '');
    const known = stated.find((entry) => entry.package === name);
    if (known) used.add(name);
    const licence = license ?? known?.licence ?? 'none stated';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
    if (!known?.accepted && !isAllowed(known?.licence ?? licence, allowed)) lines.push(`  ${name}: ${licence}`);
  }
  for (const { package: name } of stated)
    if (!used.has(name)) lines.push(`  ${name}: no longer there, remove it from licences.json`);
  const list = [...counts].sort(([, a], [, b]) => b - a).map(([licence, count]) => `${licence} ${count}`);
  return { ok: lines.length === 0, show: true, detail: [...lines, `  ${list.join(', ')}`].join('\n') };
}
