import { EVIDENCE_WORDS } from '../words';
import { language, say } from './language';
import { LawRef } from './law-ref';

export interface Remedy {
  readonly remedy: string;
  readonly textVi: string;
  readonly textEn: string;
  readonly within?: { readonly amount: number; readonly unit: string };
  readonly article: string;
  readonly evidence: string;
}

const UNITS: Readonly<Record<string, string>> = {
  'working-day': say('ngày làm việc', 'working days'),
  day: say('ngày', 'days'),
  month: say('tháng', 'months'),
  year: say('năm', 'years'),
};

/** What may be done against a refusal, each with its article and how sure that is. */
export function Remedies({ remedies }: { remedies: readonly Remedy[] }) {
  if (remedies.length === 0) return null;
  return (
    <section aria-labelledby="remedies-heading">
      <h2 id="remedies-heading">{say('Bạn có thể làm gì', 'What may be done')}</h2>
      <ul>
        {remedies.map(({ remedy, textVi, textEn, within, article, evidence }) => (
          <li key={remedy}>
            {language === 'vi' ? textVi : textEn}
            {within &&
              say(
                `, trong ${within.amount} ${UNITS[within.unit] ?? within.unit} kể từ ngày nhận được thông báo`,
                `, within ${within.amount} ${UNITS[within.unit] ?? within.unit} of receiving the refusal`,
              )}{' '}
            <span className="muted">
              (<LawRef article={article} /> · {EVIDENCE_WORDS[evidence] ?? evidence})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
