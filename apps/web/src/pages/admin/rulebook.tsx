import '../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../../api/client';
import { DateField } from '../../shared/date-field';
import { SelectField } from '../../shared/fields';
import { formatDay } from '../../shared/format';
import { pick, say } from '../../shared/language';
import { Loading } from '../../shared/loading';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { ProcedureRules } from './rulebook-procedure';
import { Regimes } from './rulebook-regimes';
import { Values } from './rulebook-values';
import type { RulebookView } from './rulebook.types';

const PARTS = {
  procedures: say('Thủ tục', 'Procedures'),
  values: say('Mức, thời hạn, điều kiện', 'Values'),
  regimes: say('Giai đoạn pháp luật', 'Regimes'),
} as const;
type Part = keyof typeof PARTS;
const isPart = (part: string): part is Part => Object.hasOwn(PARTS, part);

/** Bộ quy tắc pháp luật: which rule the house goes by on a day, under which article, and how sure it is; read-only. */
export function RulebookPageView() {
  const title = say('Bộ quy tắc pháp luật', 'Rulebook');
  usePageTitle(title);
  const today = useToday();
  const search = useSearch({ from: '/admin/rulebook' });
  const { on = today, part: asked = 'procedures', q = '' } = search;
  const part = isPart(asked) ? asked : 'procedures';
  const navigate = useNavigate({ from: '/admin/rulebook' });
  const rulebook = useQuery({
    queryKey: ['rulebook', on],
    queryFn: () => get<RulebookView>(`/api/rulebook?on=${on}`),
    staleTime: Infinity,
  });
  const change = (next: Partial<typeof search>): void => void navigate({ search: { ...search, ...next } });
  const named = (one: { nameVi: string; nameEn: string }): string => pick({ vi: one.nameVi, en: one.nameEn });
  const procedure = rulebook.data?.procedures.find(({ id }) => id === search.procedure) ?? rulebook.data?.procedures[0];
  return (
    <>
      <h1>{title}</h1>
      <div className="row filters">
        <DateField
          id="on"
          words={say('Xem ở ngày', 'As of day')}
          value={on}
          onChange={(day) => day !== '' && change({ on: day === today ? undefined : day })}
        />
        {part === 'procedures' && rulebook.data !== undefined && (
          <SelectField
            id="procedure"
            words={say('Thủ tục', 'Procedure')}
            value={procedure?.id ?? ''}
            options={rulebook.data.procedures.map((one) => [one.id, `${one.id} · ${named(one)}`] as const)}
            onChange={(id) => change({ procedure: id })}
          />
        )}
      </div>
      <nav aria-label={say('Phần', 'Parts')} className="views">
        {(Object.entries(PARTS) as [Part, string][]).map(([name, words]) => (
          <Link
            key={name}
            to="/admin/rulebook"
            search={{ ...search, part: name }}
            aria-current={part === name ? 'page' : undefined}
          >
            {words}
          </Link>
        ))}
      </nav>
      {rulebook.error && <ProblemAlert error={rulebook.error} onRetry={() => void rulebook.refetch()} />}
      {rulebook.isPending && <Loading />}
      {rulebook.data && (
        <>
          <p className="muted">
            {say('Ngày', 'On')} {formatDay(rulebook.data.on)} · {rulebook.data.regime.id}: {named(rulebook.data.regime)}{' '}
            · {say('phiên bản', 'version')} <span className="code hash">{rulebook.data.version}</span>
          </p>
          {part === 'procedures' && procedure !== undefined && <ProcedureRules procedure={procedure} />}
          {part === 'procedures' && procedure === undefined && (
            <p>{say('Chưa có quy tắc thủ tục nào cho ngày này.', 'No procedure’s rules are known on that day.')}</p>
          )}
          {part === 'procedures' && (
            <details>
              <summary>
                {say('Thủ tục chưa có quy tắc', 'Procedures without rules yet')} ({rulebook.data.unruled.length})
              </summary>
              <ul>
                {rulebook.data.unruled.map((one) => (
                  <li key={one.id}>
                    <span className="code">{one.id}</span> {named(one)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {part === 'values' && (
            <Values values={rulebook.data.values} q={q} onSearch={(text) => change({ q: text || undefined })} />
          )}
          {part === 'regimes' && <Regimes rulebook={rulebook.data} />}
        </>
      )}
    </>
  );
}
