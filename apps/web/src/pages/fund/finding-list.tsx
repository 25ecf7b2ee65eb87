import { ELIGIBILITY_WORDS, OUTCOME_WORDS } from '../../fund-words';
import { formatDong } from '../../shared/format';
import { LawRef } from '../../shared/law-ref';
import { say } from '../../shared/language';
import { EVIDENCE_WORDS, LEGAL_STATUS_WORDS } from '../../words';
import { formatRate } from '../rate';
import type { Finding } from './types';

/** What was compared, in figures that tell a reader something. */
function compared({ check, inputs }: Finding): string | undefined {
  if (check === 'ownCapital')
    return say(
      `${formatRate(Number(inputs['share']))}, cần ít nhất ${formatRate(Number(inputs['minimumShare']))}`,
      `${formatRate(Number(inputs['share']))}, at least ${formatRate(Number(inputs['minimumShare']))} is needed`,
    );
  if (check === 'singleLimit' || check === 'relatedLimit')
    return say(
      `giới hạn ${formatDong(Number(inputs['limit']))}, đang vay ${formatDong(Number(inputs['taken']))}, muốn vay ${formatDong(Number(inputs['wanted']))}`,
      `limit ${formatDong(Number(inputs['limit']))}, taken ${formatDong(Number(inputs['taken']))}, wanted ${formatDong(Number(inputs['wanted']))}`,
    );
  if (check === 'borrowerStatus') return LEGAL_STATUS_WORDS[String(inputs['legalStatus'])];
  return undefined;
}

const TONES = { passed: 'in-time', failed: 'late', undecided: 'due-soon' } as const;

/** Conditions of a loan as the machine found them, each with article and evidence. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="checks">
      {findings.map((finding) => (
        <li key={finding.check}>
          <span className={`tag ${TONES[finding.outcome]}`}>{OUTCOME_WORDS[finding.outcome]}</span>{' '}
          <strong>{ELIGIBILITY_WORDS[finding.check] ?? finding.check}</strong>
          {compared(finding) && `: ${compared(finding) ?? ''}`}{' '}
          <span className="muted">
            (<LawRef article={finding.article} /> {EVIDENCE_WORDS[finding.evidence]})
          </span>
        </li>
      ))}
    </ul>
  );
}
