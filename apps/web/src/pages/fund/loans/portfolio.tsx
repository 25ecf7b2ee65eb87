import '../../work/work.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { get } from '../../../api/client';
import { STANDING_WORDS } from '../../../fund-words';
import { StackedBars } from '../../../shared/charts/stacked-bars';
import { formatDay, formatDong, formatNumber } from '../../../shared/format';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { useToday } from '../../../shared/session';
import { usePageTitle } from '../../../shared/use-page-title';
import { DayField, Select } from '../../applicant/kit';
import { isoDay, typedDay } from '../../day';
import { formatRate } from '../../rate';
import { Money } from '../plan-view';
import type { Fund } from '../types';
import type { LoanLine } from './loan-types';

interface Portfolio {
  readonly on: string;
  readonly loans: number;
  readonly outstanding: number;
  readonly groups: readonly {
    readonly group: number;
    readonly loans: number;
    readonly outstanding: number;
    readonly specific: number;
    readonly general: number;
  }[];
  readonly nonPerforming: number;
  readonly nonPerformingShare: number;
  readonly provisions: number;
  readonly offBalance: number;
  readonly largest: readonly {
    readonly party: string;
    readonly name: string;
    readonly outstanding: number;
    readonly limit?: number;
  }[];
}

/** What a fund has lent, by groups and borrowers, on any day. */
export function PortfolioPageView() {
  const title = say('Danh mục cho vay', 'Portfolio');
  usePageTitle(title);
  const today = useToday();
  const navigate = useNavigate();
  const { on = today, fund: named } = useSearch({ strict: false }) as { on?: string; fund?: string };
  const funds = useQuery({
    queryKey: ['support-funds'],
    queryFn: () => get<{ items: readonly Fund[] }>('/api/support-fund/funds'),
  });
  const items = funds.data?.items ?? [];
  const id = named ?? items[0]?.id;
  const portfolio = useQuery({
    queryKey: ['portfolio', id, on],
    queryFn: () => get<Portfolio>(`/api/support-fund/funds/${id ?? ''}/portfolio?on=${on}`),
    enabled: id !== undefined,
    placeholderData: (before) => before,
  });
  const [day, setDay] = useState(() => typedDay(on));
  const look = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '.', search: { on: isoDay(day), ...(id === undefined ? {} : { fund: id }) } });
  };
  return (
    <>
      <h1>{title}</h1>
      {funds.error && <ProblemAlert error={funds.error} onRetry={() => void funds.refetch()} />}
      {items.length > 1 && (
        <Select
          id="fund"
          words={say('Quỹ', 'Fund')}
          value={id ?? ''}
          options={items.map((one) => [one.id, one.name])}
          onChange={(fund) => void navigate({ to: '.', search: { on, fund } })}
        />
      )}
      <form className="row" onSubmit={look}>
        <DayField id="on" legend={say('Đến hết ngày', 'As of the end of')} value={day} onChange={setDay} />
        <button>{say('Xem ngày này', 'Show this day')}</button>
      </form>
      {portfolio.error && <ProblemAlert error={portfolio.error} onRetry={() => void portfolio.refetch()} />}
      {portfolio.data && <Figures portfolio={portfolio.data} />}
      {id !== undefined && <LoanTable fundId={id} />}
    </>
  );
}

function Figures({ portfolio }: { portfolio: Portfolio }) {
  const tiles = [
    [formatDong(portfolio.outstanding), say('Dư nợ', 'Outstanding')],
    [formatNumber(portfolio.loans), say('Khoản vay', 'Loans')],
    [formatRate(portfolio.nonPerformingShare), say('Tỷ lệ nợ xấu', 'Non-performing share')],
    [formatDong(portfolio.provisions), say('Dự phòng', 'Provisions')],
    [formatDong(portfolio.offBalance), say('Ngoại bảng', 'Off the balance sheet')],
  ] as const;
  const group = (number: number): string => say(`Nhóm ${number}`, `Group ${number}`);
  return (
    <>
      <ul className="tiles" aria-label={say(`Ngày ${formatDay(portfolio.on)}`, `As of ${formatDay(portfolio.on)}`)}>
        {tiles.map(([figure, words]) => (
          <li key={words}>
            <span>
              <strong>{figure}</strong>
              <span>{words}</span>
            </span>
          </li>
        ))}
      </ul>
      {portfolio.outstanding > 0 && (
        <StackedBars
          summary={say(
            'Biểu đồ dư nợ theo nhóm nợ; số liệu ở bảng dưới đây',
            'Chart by debt group; figures in the table below',
          )}
          parts={[{ words: say('Dư nợ', 'Outstanding'), tone: 'one' }]}
          bars={portfolio.groups.map((one) => ({ label: group(one.group), values: [one.outstanding] }))}
        />
      )}
      <Money
        caption={say('Nhóm nợ', 'Debt groups')}
        heads={[
          say('Nhóm nợ', 'Group'),
          say('Khoản vay', 'Loans'),
          say('Dư nợ', 'Outstanding'),
          say('Dự phòng cụ thể', 'Specific provision'),
          say('Dự phòng chung', 'General provision'),
        ]}
        rows={portfolio.groups.map((one) => [
          group(one.group),
          formatNumber(one.loans),
          formatDong(one.outstanding),
          formatDong(one.specific),
          formatDong(one.general),
        ])}
      />
      {portfolio.largest.length > 0 && (
        <Money
          caption={say('Người vay lớn nhất', 'Largest borrowers')}
          heads={[say('Người vay', 'Borrower'), say('Dư nợ', 'Outstanding'), say('Giới hạn', 'Limit')]}
          rows={portfolio.largest.map((one) => [
            one.name,
            formatDong(one.outstanding),
            one.limit === undefined ? '–' : formatDong(one.limit),
          ])}
        />
      )}
    </>
  );
}

/** The fund's loans as they stand today, each leading to its page. */
function LoanTable({ fundId }: { fundId: string }) {
  const loans = useQuery({
    queryKey: ['loans', fundId],
    queryFn: () => get<{ items: readonly LoanLine[] }>(`/api/support-fund/loans?fund=${fundId}&limit=200`),
  });
  if (loans.error) return <ProblemAlert error={loans.error} onRetry={() => void loans.refetch()} />;
  if (!loans.data || loans.data.items.length === 0)
    return <p className="empty">{say('Chưa có khoản vay nào.', 'There is no loan yet.')}</p>;
  const heads = [
    say('Hợp đồng', 'Contract'),
    say('Người vay', 'Borrower'),
    say('Tình trạng', 'State'),
    say('Còn nợ gốc', 'Outstanding'),
    say('Phải trả ngay', 'Due now'),
  ] as const;
  return (
    <div className="table-wrap">
      <table className="cards dense">
        <caption>{say('Các khoản vay, hôm nay', 'Loans, today')}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at > 2 ? 'numeric' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {loans.data.items.map((row) => (
            <tr key={row.id}>
              <td data-label={heads[0]}>
                <Link className="code" to="/fund/loans/$id" params={{ id: row.id }} search={{}}>
                  {row.contractNumber}
                </Link>
              </td>
              <td data-label={heads[1]}>{row.borrower}</td>
              <td data-label={heads[2]}>{STANDING_WORDS[row.standing] ?? row.standing}</td>
              <td data-label={heads[3]} className="numeric">
                {formatDong(row.outstanding)}
              </td>
              <td data-label={heads[4]} className="numeric">
                {formatDong(row.dueNow)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
