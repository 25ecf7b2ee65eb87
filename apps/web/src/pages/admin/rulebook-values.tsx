import { TextField } from '../../shared/fields';
import { say } from '../../shared/language';
import { plainText } from '../../shared/plain-text';
import { Evidence } from './evidence';
import { plainValue, SUBJECT_WORDS, termText, wordOfField } from './rulebook-words';
import type { SubjectView } from './rulebook.types';

interface ValuesProps {
  readonly values: readonly SubjectView[];
  readonly q: string;
  readonly onSearch: (text: string) => void;
}

/** Values of the law by subject; the one of the day first, those of other days below it. */
export function Values({ values, q, onSearch }: ValuesProps) {
  const wanted = plainText(q);
  const rows = values.filter(({ subject, rules }) =>
    plainText(`${SUBJECT_WORDS[subject] ?? ''} ${subject} ${rules.map(({ article }) => article).join(' ')}`).includes(
      wanted,
    ),
  );
  return (
    <>
      <form role="search" className="row filters" onSubmit={(event) => event.preventDefault()}>
        <TextField
          id="text"
          words={say('Tìm theo nội dung hoặc điều luật', 'Subject or article')}
          value={q}
          required={false}
          onChange={onSearch}
        />
      </form>
      <p className="muted" role="status">
        {say(`${String(rows.length)} nội dung`, `${String(rows.length)} subjects`)}
      </p>
      {rows.map(({ subject, rules }) => {
        const now = rules.find(({ inForce }) => inForce);
        const others = rules.filter((rule) => rule !== now);
        return (
          <section key={subject} className="panel" aria-label={SUBJECT_WORDS[subject] ?? subject}>
            <h2>{SUBJECT_WORDS[subject] ?? subject}</h2>
            {now === undefined && (
              <p className="tag plain">{say('Không có quy định ở ngày này', 'No rule on that day')}</p>
            )}
            {now !== undefined && <OneValue subject={subject} rule={now} />}
            {others.length > 0 && (
              <details>
                <summary>
                  {say(`Ở thời gian khác (${String(others.length)})`, `At other times (${String(others.length)})`)}
                </summary>
                {others.map((rule) => (
                  <OneValue key={rule.from} subject={subject} rule={rule} />
                ))}
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}

function OneValue({ subject, rule }: { subject: string; rule: SubjectView['rules'][number] }) {
  return (
    <>
      <div>
        <Value subject={subject} value={rule.value} />
      </div>
      <div>
        <Evidence rule={rule} />
      </div>
    </>
  );
}

/** Texts of the data stand in both languages, `textVi` and `textEn`: one of them is shown. */
const inOneLanguage = (value: object): readonly (readonly [name: string, item: unknown])[] =>
  Object.entries(value)
    .filter(([name]) => !name.endsWith(say('En', 'Vi')))
    .map(([name, item]: [string, unknown]) => [name.replace(/(?:Vi|En)$/, ''), item] as const);

const isTerm = (value: object): value is { amount: number; unit: string } => 'amount' in value && 'unit' in value;

/** Whatever shape a value has: words, lists of them, or facts by name. */
function Value({ subject, value, field }: { subject: string; value: unknown; field?: string }) {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return <strong>{plainValue(subject, value, field)}</strong>;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every((item) => typeof item === 'string'))
      return <strong>{items.map((item) => plainValue(subject, item)).join(', ')}</strong>;
    return (
      <ul>
        {items.map((item, place) => (
          <li key={place}>
            <Value subject={subject} value={item} field={field} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value !== 'object' || value === null) return null;
  if (isTerm(value)) return <strong>{termText(value)}</strong>;
  return (
    <dl className="facts">
      {inOneLanguage(value).map(([name, item]) => (
        <div key={name}>
          <dt>{wordOfField(name)}</dt>
          <dd>
            <Value subject={subject} value={item} field={name} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
