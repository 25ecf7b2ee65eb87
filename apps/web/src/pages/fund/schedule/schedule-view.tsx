import { StackedBars } from '../../../shared/charts/stacked-bars';
import { formatDay, formatDong, formatNumber } from '../../../shared/format';
import { say } from '../../../shared/language';
import { formatRate } from '../../rate';
import type { Instalment, Schedule } from './schedule-types';

/** A repayment plan: said in a sentence, drawn, and every instalment with how its interest was counted. */
export function ScheduleView({ schedule }: { schedule: Schedule }) {
  const { instalments, principal, interest, total } = schedule;
  const highest = instalments.reduce<Instalment | undefined>(
    (most, one) => (most === undefined || one.total > most.total ? one : most),
    undefined,
  );
  const last = instalments.at(-1);
  if (highest === undefined || last === undefined) return null;
  return (
    <>
      <p className="sentence">
        {say(
          `Trả ${formatNumber(instalments.length)} kỳ, kỳ cuối ngày ${formatDay(last.dueOn)}. Gốc ${formatDong(principal)}, lãi ${formatDong(interest)}, tổng cộng ${formatDong(total)}. Kỳ nặng nhất: ${formatDong(highest.total)}, ngày ${formatDay(highest.dueOn)}.`,
          `${formatNumber(instalments.length)} instalments, the last on ${formatDay(last.dueOn)}. Principal ${formatDong(principal)}, interest ${formatDong(interest)}, ${formatDong(total)} in all. The heaviest: ${formatDong(highest.total)} on ${formatDay(highest.dueOn)}.`,
        )}
      </p>
      <StackedBars
        summary={say(
          `Biểu đồ số tiền mỗi kỳ, ${formatNumber(instalments.length)} kỳ; số liệu ở bảng dưới đây`,
          `Chart of the amounts of ${formatNumber(instalments.length)} instalments; figures in the table below`,
        )}
        parts={[
          { words: say('Gốc', 'Principal'), tone: 'one' },
          { words: say('Lãi', 'Interest'), tone: 'two' },
        ]}
        bars={instalments.map((one) => ({ label: formatDay(one.dueOn), values: [one.principal, one.interest] }))}
      />
      <InstalmentTable instalments={instalments} />
      {instalments.some(({ calendarKnown }) => !calendarKnown) && (
        <p className="muted">
          {say(
            '? Lịch làm việc chưa có cho những năm sau: ngày trả của các năm đó giữ nguyên như thỏa thuận.',
            '? The working calendar does not reach the later years: their due days stay as agreed.',
          )}
        </p>
      )}
    </>
  );
}

function InstalmentTable({ instalments }: { instalments: readonly Instalment[] }) {
  return (
    <div className="table-wrap">
      <table className="cards">
        <caption>{say('Lịch trả nợ', 'Repayment plan')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Kỳ', 'No.')}</th>
            <th scope="col">{say('Ngày trả', 'Due')}</th>
            <th scope="col" className="numeric">
              {say('Gốc', 'Principal')}
            </th>
            <th scope="col" className="numeric">
              {say('Lãi', 'Interest')}
            </th>
            <th scope="col" className="numeric">
              {say('Phải trả', 'To pay')}
            </th>
            <th scope="col" className="numeric">
              {say('Còn nợ gốc', 'Balance')}
            </th>
            <th scope="col">{say('Cách tính lãi', 'How interest was counted')}</th>
          </tr>
        </thead>
        <tbody>
          {instalments.map((one) => (
            <tr key={one.number}>
              <td data-label={say('Kỳ', 'No.')}>{one.number}</td>
              <td data-label={say('Ngày trả', 'Due')}>
                <span className="nowrap">{formatDay(one.dueOn)}</span>
                {one.dueOn !== one.agreedOn && (
                  <span className="muted">
                    {' '}
                    {say(
                      `(hẹn ${formatDay(one.agreedOn)}, ngày nghỉ)`,
                      `(agreed ${formatDay(one.agreedOn)}, a day off)`,
                    )}
                  </span>
                )}
              </td>
              <td data-label={say('Gốc', 'Principal')} className="numeric">
                {formatDong(one.principal)}
              </td>
              <td data-label={say('Lãi', 'Interest')} className="numeric">
                {formatDong(one.interest)}
              </td>
              <td data-label={say('Phải trả', 'To pay')} className="numeric">
                <strong>{formatDong(one.total)}</strong>
              </td>
              <td data-label={say('Còn nợ gốc', 'Balance')} className="numeric">
                {formatDong(one.balance)}
              </td>
              <td data-label={say('Cách tính lãi', 'How interest was counted')}>
                <InterestWords instalment={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Every stretch: balance × rate × share of the year. */
function InterestWords({ instalment: { interestParts, deferredInterest, number } }: { instalment: Instalment }) {
  if (interestParts.length === 0) return <span>–</span>;
  return (
    <details>
      <summary>
        {say('Cách tính', 'Counting')} <span className="unseen">{say(`kỳ ${number}`, `of instalment ${number}`)}</span>
      </summary>
      <ul>
        {interestParts.map((part) => (
          <li key={part.from}>
            {say(
              `${formatDay(part.from)} – ${formatDay(part.to)} (${part.days} ngày): ${formatDong(part.balance)} × ${formatRate(part.basisPoints)} × ${part.yearShare}`,
              `${formatDay(part.from)} – ${formatDay(part.to)} (${part.days} days): ${formatDong(part.balance)} × ${formatRate(part.basisPoints)} × ${part.yearShare}`,
            )}
          </li>
        ))}
        {deferredInterest > 0 && (
          <li>
            {say(
              `Lãi ân hạn chưa trả: ${formatDong(deferredInterest)}`,
              `Interest of the grace not yet paid: ${formatDong(deferredInterest)}`,
            )}
          </li>
        )}
      </ul>
    </details>
  );
}
