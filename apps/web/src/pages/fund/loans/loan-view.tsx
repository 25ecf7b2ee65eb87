import { LOAN_FACT_WORDS, STANDING_WORDS } from '../../../fund-words';
import { StackedBars } from '../../../shared/charts/stacked-bars';
import { formatDay, formatDong, formatInstant } from '../../../shared/format';
import { LawRef } from '../../../shared/law-ref';
import { say } from '../../../shared/language';
import { EVIDENCE_WORDS } from '../../../words';
import { formatRate } from '../../rate';
import { Money } from '../plan-view';
import type { LoanPage } from './loan-types';

/** Where the loan stands, for somebody who knows nothing of lending. */
function sentence({ standing, position, schedule, group }: LoanPage): string {
  const next = schedule[0];
  const state = `${STANDING_WORDS[standing] ?? standing}.`;
  if (position === undefined) return state;
  if (position.dueNow > 0)
    return say(
      `${state} Phải trả ngay ${formatDong(position.dueNow)}${group && group.daysOverdue > 0 ? `, chậm ${String(group.daysOverdue)} ngày` : ''}.`,
      `${state} ${formatDong(position.dueNow)} is to be paid now${group && group.daysOverdue > 0 ? `, ${String(group.daysOverdue)} days late` : ''}.`,
    );
  if (next === undefined) return state;
  return say(
    `${state} Kỳ tới: ${formatDong(next.total)}, ngày ${formatDay(next.dueOn)}.`,
    `${state} Next: ${formatDong(next.total)} on ${formatDay(next.dueOn)}.`,
  );
}

/** One loan as of its day: state in plain words, what is owed, what was paid, what is ahead. */
export function LoanView({ loan }: { loan: LoanPage }) {
  const { contract, position, group, schedule, instalments, facts } = loan;
  const owed: readonly (readonly [string, number])[] =
    position === undefined
      ? []
      : [
          [say('Còn nợ gốc', 'Principal owed'), position.outstanding],
          [say('Gốc quá hạn', 'Overdue principal'), position.overduePrincipal],
          [say('Lãi đến hạn chưa trả', 'Interest due'), position.interestDue],
          [say('Lãi của kỳ đang chạy', 'Interest of the running period'), position.interestAccrued],
          [say('Lãi quá hạn', 'Overdue interest'), position.overdueInterest],
          [say('Tiền trả trước', 'Money paid ahead'), position.credit],
          [say('Trả hết trong ngày', 'To end the debt today'), position.payoff],
        ];
  return (
    <>
      <p className="sentence">{sentence(loan)}</p>
      <dl className="facts">
        <div>
          <dt>{say('Số tiền theo hợp đồng', 'Amount of the contract')}</dt>
          <dd>{formatDong(contract.amount)}</dd>
        </div>
        <div>
          <dt>{say('Lãi suất', 'Rate')}</dt>
          <dd>
            {contract.rates
              .map(({ from, basisPoints }) =>
                say(
                  `${formatRate(basisPoints)} một năm từ ${formatDay(from)}`,
                  `${formatRate(basisPoints)} a year from ${formatDay(from)}`,
                ),
              )
              .join('; ')}
          </dd>
        </div>
        {group && (
          <div>
            <dt>{say('Nhóm nợ', 'Debt group')}</dt>
            <dd>
              {group.group}{' '}
              <span className="muted">
                (<LawRef article={group.article} /> {EVIDENCE_WORDS[group.evidence]})
              </span>
            </dd>
          </div>
        )}
        {owed.map(([words, amount]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{formatDong(amount)}</dd>
          </div>
        ))}
      </dl>
      {schedule.length > 0 && (
        <section aria-labelledby="ahead-heading">
          <h2 id="ahead-heading">{say('Các kỳ phải trả', 'What is ahead')}</h2>
          <StackedBars
            summary={say('Biểu đồ các kỳ phải trả; số liệu ở bảng dưới đây', 'Chart; figures in the table below')}
            parts={[
              { words: say('Gốc', 'Principal'), tone: 'one' },
              { words: say('Lãi', 'Interest'), tone: 'two' },
            ]}
            bars={schedule.map((one) => ({ label: formatDay(one.dueOn), values: [one.principal, one.interest] }))}
          />
          <Money
            caption={say('Lịch trả nợ còn lại', 'Schedule ahead')}
            heads={[
              say('Ngày trả', 'Due'),
              say('Gốc', 'Principal'),
              say('Lãi', 'Interest'),
              say('Phải trả', 'To pay'),
              say('Còn nợ gốc', 'Balance'),
            ]}
            rows={schedule.map((one) => [
              formatDay(one.dueOn),
              formatDong(one.principal),
              formatDong(one.interest),
              formatDong(one.total),
              formatDong(one.balance),
            ])}
          />
        </section>
      )}
      {instalments.length > 0 && (
        <Money
          caption={say('Các kỳ đã đến hạn', 'Instalments that fell due')}
          heads={[say('Ngày', 'Due'), say('Gốc', 'Principal'), say('Lãi', 'Interest'), say('Chưa trả', 'Unpaid')]}
          rows={instalments.map((one) => [
            formatDay(one.dueOn),
            formatDong(one.principal),
            formatDong(one.interest),
            formatDong(one.principalLeft + one.interestLeft),
          ])}
        />
      )}
      {facts.length > 0 && (
        <Money
          caption={say('Giải ngân, thu nợ và thay đổi', 'Payments and changes')}
          heads={[
            say('Việc', 'What'),
            say('Số tiền', 'Amount'),
            say('Ngày giá trị', 'Value date'),
            say('Ghi nhận', 'Recorded'),
          ]}
          rows={facts.map((fact) => [
            `${LOAN_FACT_WORDS[fact.type] ?? fact.type}${fact.reversedAt === undefined ? '' : say(' (đã hủy)', ' (reversed)')}`,
            fact.amount === undefined ? '–' : formatDong(fact.amount),
            formatDay(fact.effectiveOn),
            formatInstant(fact.knownAt),
          ])}
        />
      )}
    </>
  );
}
