import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Alerts {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}
interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}
interface Scraping {
  readonly scrape_configs: readonly { readonly job_name: string }[];
}

const text = (path: string): string => readFileSync(join(__dirname, path), 'utf8');
const METRIC = /\b(?:hoptac|process|nodejs)_[a-z0-9_]+/g;
const LABEL = /[{,]\s*([a-z_]+)\s*=~?"|\bby \(([^)]*)\)/g;
/** Given by Prometheus itself, or parts of every histogram. */
const GIVEN_LABELS = ['job', 'le', 'status'];
const PORTS = [
  'HOPTAC_API_PORT',
  'HOPTAC_WORKER_HEALTH_PORT',
  'HOPTAC_PROJECTOR_HEALTH_PORT',
  'HOPTAC_EVENTSTORE_PORT',
];

async function told(): Promise<string> {
  const pages = await Promise.all(
    PORTS.map(async (key) => {
      const answer = await fetch(`http://127.0.0.1:${process.env[key] ?? ''}/metrics`);
      expect([key, answer.status]).toEqual([key, 200]);
      return answer.text();
    }),
  );
  return pages.join('\n');
}

describe('dashboards and alerts', () => {
  const dashboard = JSON.parse(text('grafana/dashboards/hoptac.json')) as Dashboard;
  const alerts = parse(text('alerts.yaml')) as Alerts;
  const named = [
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr }))),
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ alert, expr }) => ({ where: alert, expr }))),
  ];

  it('name only metrics and labels that the programs tell', async () => {
    const page = await told();
    const names = new Set(page.match(/^[a-z][a-z0-9_]+(?=[{ ])/gm));
    const missing: string[] = [];
    for (const { where, expr } of named) {
      for (const metric of expr.match(METRIC) ?? []) if (!names.has(metric)) missing.push(`${where}: ${metric}`);
      for (const [, matched, grouped] of expr.matchAll(LABEL))
        for (const label of (matched ?? grouped ?? '').split(/,\s*/))
          if (!GIVEN_LABELS.includes(label) && !page.includes(`${label}="`)) missing.push(`${where}: ${label}`);
    }
    expect(missing).toEqual([]);
    expect(named.length).toBeGreaterThan(15);
  });

  it('name only jobs that are scraped', () => {
    const jobs = (parse(text('prometheus.yaml')) as Scraping).scrape_configs.map(({ job_name }) => job_name);
    const patterns = named.flatMap(({ expr }) =>
      [...expr.matchAll(/job=~"([^"]+)"/g)].map(([, pattern]) => pattern ?? ''),
    );
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(jobs.some((job) => new RegExp(`^(?:${pattern})$`).test(job))).toBe(true);
  });
});
