import { formatDay } from '../../shared/format';
import { say } from '../../shared/language';
import { LawRef } from '../../shared/law-ref';
import { EVIDENCE_WORDS } from '../../words';

interface EvidenceProps {
  readonly rule: {
    readonly article: string;
    readonly evidence: string;
    readonly from?: string;
    readonly to?: string;
    readonly note?: string;
  };
}

/** The article, how sure the house is of it, the days on which the rule holds, and what a reader must know beside it. */
export function Evidence({ rule: { article, evidence, from, to, note } }: EvidenceProps) {
  return (
    <>
      <LawRef article={article} /> · {EVIDENCE_WORDS[evidence] ?? evidence}
      {from !== undefined && (
        <span className="muted">
          {' · '}
          {say('từ', 'from')} {formatDay(from)}
          {to !== undefined && ` ${say('đến hết', 'until')} ${formatDay(to)}`}
        </span>
      )}
      {note !== undefined && (
        <p className="muted" lang="en">
          {note}
        </p>
      )}
    </>
  );
}
