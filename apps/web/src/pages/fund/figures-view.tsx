import { formatDay, formatDong } from '../../shared/format';
import { say } from '../../shared/language';
import { formatRate } from '../rate';
import { Money } from './plan-view';
import type { RepaymentFigures } from './types';

/** How far the cash flow carries the loan, period by period. */
export function FiguresView({ figures, canRepay }: { figures: RepaymentFigures; canRepay?: boolean }) {
  return (
    <>
      <p className="row">
        {canRepay !== undefined && (
          <span className={`tag ${canRepay ? 'in-time' : 'late'}`}>
            {canRepay ? say('✓ Trả được nợ', '✓ Can repay') : say('▲ Không trả được nợ', '▲ Cannot repay')}
          </span>
        )}
        <span>
          {say('Dòng tiền so với nợ phải trả: ', 'Cash flow over what is due: ')}
          <strong>{formatRate(figures.coverage)}</strong>
          {say(', ít nhất còn lại ', ', least that is left ')}
          <strong>{formatDong(figures.leastLeft)}</strong>
        </span>
      </p>
      {figures.dueBeyondPlan > 0 && (
        <p className="wrong">
          {say(
            `${formatDong(figures.dueBeyondPlan)} phải trả sau kỳ cuối của dòng tiền`,
            `${formatDong(figures.dueBeyondPlan)} is due after the last period of the cash flow`,
          )}
        </p>
      )}
      <Money
        caption={say('Khả năng trả nợ từng kỳ', 'Ability to repay, period by period')}
        heads={[say('Đến ngày', 'Until'), say('Dòng tiền', 'Cash'), say('Phải trả', 'Due'), say('Còn lại', 'Left')]}
        rows={figures.periods.map(({ until, net, due, left }) => [
          formatDay(until),
          formatDong(net),
          formatDong(due),
          formatDong(left),
        ])}
      />
    </>
  );
}
