/**
 * Known holes in our dependencies: `npm audit` against `known-holes.json`, where each accepted one stands with a date and a
 * reason. A new one of moderate weight or more fails; so does an acceptance that is past its date or no longer needed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const WEIGHTS = ['moderate', 'high', 'critical'];

export async function audit(root) {
  const lines = [];
  await run('npm', ['audit', '--json'], { cwd: root, onLine: (line) => lines.push(line) });
  const report = parse(lines.join('\n'));
  const known = JSON.parse(readFileSync(join(root, 'infra/embedded/known-holes.json'), 'utf8'));
  if (!report?.vulnerabilities) {
    return {
      ok: true,
      show: true,
      detail: `  không hỏi được / could not be asked: ${report?.message ?? report?.error?.summary ?? 'no answer'}`,
    };
  }
  return judge(advisoriesOf(report), known, new Date().toISOString().slice(0, 10));
}

/** Distinct advisories of weight: id → { id, package, severity, title, url }. */
export function advisoriesOf(report) {
  const found = new Map();
  for (const [name, { via = [] }] of Object.entries(report.vulnerabilities)) {
    for (const entry of via) {
      if (typeof entry === 'string' || !WEIGHTS.includes(entry.severity)) continue;
      const id = entry.url?.split('/').pop() ?? String(entry.source);
      found.set(id, { id, package: entry.name ?? name, severity: entry.severity, title: entry.title });
    }
  }
  return found;
}

export function judge(found, known, today) {
  const accepted = new Map(known.map((entry) => [entry.id, entry]));
  const lines = [];
  for (const { id, package: name, severity, title } of found.values()) {
    const entry = accepted.get(id);
    if (!entry) lines.push(`  ${severity} ${name} ${id}: ${title}`);
    else if (entry.until < today) lines.push(`  ${name} ${id}: accepted only until ${entry.until} (${entry.reason})`);
  }
  for (const { id, package: name } of known)
    if (!found.has(id)) lines.push(`  ${name} ${id}: no longer there, remove it from known-holes.json`);
  return { ok: lines.length === 0, detail: lines.join('\n') };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
