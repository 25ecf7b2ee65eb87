import { DateField } from '../../shared/date-field';
import { SelectField } from '../../shared/fields';
import { say } from '../../shared/language';
import { usePeople } from '../../shared/people';
import { EVENT_WORDS } from '../../event-words';
import type { Timeline } from './types';

export interface TimelineSearch {
  readonly asOf?: string | undefined;
  readonly type?: string | undefined;
  readonly by?: string | undefined;
  readonly article?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly before?: string | undefined;
}

interface FiltersProps {
  readonly search: TimelineSearch;
  readonly facets: Timeline['facets'];
  readonly onChange: (change: TimelineSearch) => void;
}

/** By kind, person, article and period; all of it in the address. */
export function TimelineFilters({ search, facets, onChange }: FiltersProps) {
  const people = usePeople();
  const choose = (
    field: 'type' | 'by' | 'article',
    words: string,
    values: readonly string[],
    of: (value: string) => string,
  ) => (
    <SelectField
      id={`filter-${field}`}
      words={words}
      value={search[field] ?? ''}
      none={say('Tất cả', 'All')}
      options={values.map((value) => [value, of(value)] as const)}
      onChange={(value) => onChange({ [field]: value === '' ? undefined : value })}
    />
  );
  const day = (field: 'from' | 'to', words: string) => (
    <DateField
      id={`filter-${field}`}
      words={words}
      value={search[field] ?? ''}
      onChange={(value) => onChange({ [field]: value === '' ? undefined : value })}
    />
  );
  return (
    <div className="fields">
      {choose('type', say('Loại sự kiện', 'Kind of event'), facets.types, (type) => EVENT_WORDS[type] ?? type)}
      {choose('by', say('Người thực hiện', 'Who'), facets.persons, (id) =>
        id.startsWith('system:') ? id : `${people.name(id)} (${id})`,
      )}
      {choose('article', say('Căn cứ pháp lý', 'Legal basis'), facets.articles, (article) => article)}
      {day('from', say('Từ ngày', 'From'))}
      {day('to', say('Đến ngày', 'To'))}
    </div>
  );
}
