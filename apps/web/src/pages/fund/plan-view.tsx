import { METHOD_WORDS, SECURITY_WORDS } from '../../fund-words';
import { formatDay, formatDong, formatNumber } from '../../shared/format';
import { say } from '../../shared/language';
import type { LoanPlan } from './types';

/** The plan as it was handed in: costs, sources, cash flow, security. */
export function PlanView({ plan }: { plan: LoanPlan }) {
  const total = plan.budget.reduce((sum, { amount }) => sum + amount, 0);
  const share = (amount: number): string =>
    total > 0 ? `${formatNumber(Math.floor((amount * 10_000) / total) / 100)}\u00a0%` : '–';
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{say('Dự án, phương án', 'Project')}</dt>
          <dd>{plan.project}</dd>
        </div>
        <div>
          <dt>{say('Vay để làm gì', 'Purpose')}</dt>
          <dd>{plan.purpose}</dd>
        </div>
        <div>
          <dt>{say('Nhận tiền lần đầu', 'First money')}</dt>
          <dd>{formatDay(plan.firstDisbursementOn)}</dd>
        </div>
        <div>
          <dt>{say('Cách trả nợ', 'Repayment')}</dt>
          <dd>{METHOD_WORDS[plan.schedule.method] ?? plan.schedule.method}</dd>
        </div>
      </dl>
      <Money
        caption={say('Chi phí và nguồn vốn', 'Costs and sources')}
        heads={[say('Khoản', 'Line'), say('Số tiền', 'Amount'), say('Tỷ lệ', 'Share')]}
        rows={[
          ...plan.budget.map(({ item, amount }) => [item, formatDong(amount), share(amount)]),
          [say('Tổng mức đầu tư', 'Total investment'), formatDong(total), share(total)],
          [say('Vốn tự có', 'Own capital'), formatDong(plan.ownCapital), share(plan.ownCapital)],
          [say('Vốn khác', 'Other capital'), formatDong(plan.otherCapital), share(plan.otherCapital)],
          [say('Vay Quỹ', 'From the fund'), formatDong(plan.requestedAmount), share(plan.requestedAmount)],
        ]}
      />
      <Money
        caption={say('Dòng tiền', 'Cash flow')}
        heads={[say('Đến ngày', 'Until'), say('Thu', 'In'), say('Chi', 'Out'), say('Còn lại', 'Left')]}
        rows={plan.cashFlow.map(({ until, inflow, outflow }) => [
          formatDay(until),
          formatDong(inflow),
          formatDong(outflow),
          formatDong(inflow - outflow),
        ])}
      />
      {plan.securities.length > 0 && (
        <Money
          caption={say('Tài sản bảo đảm', 'Security')}
          heads={[say('Tài sản', 'Security'), say('Giá trị', 'Value')]}
          rows={plan.securities.map(({ kind, description, value }) => [
            `${SECURITY_WORDS[kind] ?? kind}: ${description}`,
            formatDong(value),
          ])}
        />
      )}
    </>
  );
}

interface MoneyTableProps {
  readonly caption: string;
  /** The first column is words, all others are figures. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function Money({ caption, heads, rows }: MoneyTableProps) {
  return (
    <div className="table-wrap">
      <table className="cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={at === 0 ? undefined : 'numeric'}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={`${row[0] ?? ''}${String(line)}`}>
              {row.map((cell, at) => (
                <td key={heads[at]} data-label={heads[at]} className={at === 0 ? undefined : 'numeric'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
