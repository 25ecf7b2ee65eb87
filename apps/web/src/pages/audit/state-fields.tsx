import { useNames } from '../../shared/area-name';
import { inLanguage, say } from '../../shared/language';
import { fieldWords, pathWords, valueWords } from './field-words';
import { PersonMask } from './person-mask';
import type { Difference, Persons, Subjects } from './types';

interface About {
  readonly subjects: Subjects;
  readonly subjectId: string;
  readonly persons: Persons;
  readonly asOf: string | undefined;
}

/** Fields that say nothing to a reader: they stand beside. */
const LEFT_OUT: ReadonlySet<string> = new Set(['token', 'source', 'calendarVersion', 'toConfirm', 'rowHash']);
const PERSON_FIELDS: ReadonlySet<string> = new Set(['personId', 'legalRepresentativeId']);

/** A state as folded from its facts: field by field, lists one under the other. */
export function StateFields({ state, about }: { state: object; about: About }) {
  const entries = Object.entries(state).filter(
    ([field, value]) => !LEFT_OUT.has(field) && value !== undefined && !isEmpty(value),
  );
  return (
    <dl className="facts">
      {entries.map(([field, value]) => (
        <div key={field}>
          <dt>{Array.isArray(state) ? String(Number(field) + 1) : fieldWords(field)}</dt>
          <dd>
            <Value field={field} value={value} about={about} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Longer lists open on demand, so that what is short is found. */
const OPEN_UP_TO = 3;

function Value({ field, value, about }: { field: string; value: unknown; about: About }) {
  const names = useNames();
  if (PERSON_FIELDS.has(field) && typeof value === 'string')
    return <PersonMask {...about} personId={value} masked={about.persons[value]} />;
  if (typeof value !== 'object' || value === null) return <>{valueWords(field, value, names)}</>;
  if (!Array.isArray(value)) return <StateFields state={value} about={about} />;
  const items: readonly unknown[] = value;
  if (items.every((item) => typeof item !== 'object'))
    return <>{items.map((item) => valueWords(field, item, names)).join('; ')}</>;
  if (items.length <= OPEN_UP_TO) return <StateFields state={items} about={about} />;
  return (
    <details>
      <summary>{say(`${items.length} mục`, `${items.length} items`)}</summary>
      <StateFields state={items} about={about} />
    </details>
  );
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const CHANGES = inLanguage({
  added: ['Thêm', 'Added'],
  removed: ['Bỏ', 'Removed'],
  changed: ['Đổi', 'Changed'],
});

/** What changed between two states, in words first. */
export function Differences({ differences, caption }: { differences: readonly Difference[]; caption: string }) {
  const names = useNames();
  const shown = differences.filter(({ path }) => !LEFT_OUT.has(path.at(-1) ?? ''));
  if (shown.length === 0) return <p>{say('Không có gì khác.', 'Nothing differs.')}</p>;
  return (
    <div className="table-wrap">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Nội dung', 'Field')}</th>
            <th scope="col">{say('Thay đổi', 'Change')}</th>
            <th scope="col">{say('Trước', 'Before')}</th>
            <th scope="col">{say('Sau', 'After')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, change, before, after }) => (
            <tr key={path.join('/') + change}>
              <td data-label={say('Nội dung', 'Field')}>{pathWords(path)}</td>
              <td data-label={say('Thay đổi', 'Change')}>{CHANGES[change]}</td>
              <td data-label={say('Trước', 'Before')}>
                {before !== undefined && <del>{valueWords(path.at(-1) ?? '', before, names)}</del>}
              </td>
              <td data-label={say('Sau', 'After')}>
                {after !== undefined && <ins>{valueWords(path.at(-1) ?? '', after, names)}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
