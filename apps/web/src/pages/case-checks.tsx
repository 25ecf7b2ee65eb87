import type { CaseView } from '../api/types';
import { formatDong, formatNumber } from '../shared/format';
import { LawRef } from '../shared/law-ref';
import { CHECK_WORDS, EVIDENCE_WORDS, INPUT_WORDS, OUTCOME_WORDS } from '../words';

type Check = CaseView['checks'][number];

/** Figures that a finding rests on, in words; names of ours that tell a reader nothing stay out. */
function inputText(name: string, value: string | number | boolean): string | undefined {
  const words = INPUT_WORDS[name];
  if (words === undefined || value === '') return undefined;
  if (typeof value !== 'number') return `${words}: ${String(value)}`;
  if (name.endsWith('BasisPoints')) return `${words}: ${formatNumber(value / 100)}\u00a0%`;
  return `${words}: ${['amount', 'charterCapital', 'contributed'].includes(name) ? formatDong(value) : formatNumber(value)}`;
}

/** What the machine found, failed ones first; each with article, evidence mark and figures. */
export function CaseChecks({ checks }: { checks: readonly Check[] }) {
  if (checks.length === 0) return null;
  const failed = checks.filter((check) => check.outcome !== 'passed');
  const passed = checks.filter((check) => check.outcome === 'passed');
  return (
    <section className="panel" aria-labelledby="checks-heading">
      <h2 id="checks-heading">
        Kiểm tra tự động: {passed.length} trên {checks.length} mục đạt
      </h2>
      {failed.length > 0 && <CheckList checks={failed} />}
      <details>
        <summary>Các mục đạt</summary>
        <CheckList checks={passed} />
      </details>
    </section>
  );
}

function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul className="checks">
      {checks.map((check) => (
        <li key={check.check}>
          <strong>{OUTCOME_WORDS[check.outcome]}</strong> {CHECK_WORDS[check.check] ?? check.check}
          <br />
          <span className="muted">
            <LawRef article={check.article} /> · {EVIDENCE_WORDS[check.evidence]}
            {Object.entries(check.inputs)
              .map(([name, value]) => inputText(name, value))
              .filter((text) => text !== undefined)
              .map((text) => ` · ${text}`)
              .join('')}
          </span>
        </li>
      ))}
    </ul>
  );
}
