import { TextField } from '../../../shared/fields';
import { formatDong, formatNumber } from '../../../shared/format';
import { say } from '../../../shared/language';
import { MoneyField } from '../../applicant/kit';
import { formatRate } from '../../rate';
import { emptyBudget, given, totalOf, type BudgetText } from './form';
import { useLoanForm } from './frame';

/** What is to be done, and what the loan is for. */
export function ProjectSection() {
  const { form, change, wrong } = useLoanForm();
  return (
    <>
      <TextField
        id="project"
        words={say('Tên dự án, phương án', 'Name of the project')}
        hint={say('Ví dụ: Mở rộng nhà màng trồng dưa lưới', 'For example: More greenhouses for melons')}
        value={form.project}
        wrong={wrong('project')}
        required={false}
        onChange={(project) => change({ project })}
      />
      <div className="field">
        <label htmlFor="purpose">{say('Vay để làm gì', 'What the loan is for')}</label>
        {wrong('purpose') && (
          <span className="wrong" id="purpose-wrong">
            ▲ {wrong('purpose')}
          </span>
        )}
        <textarea
          id="purpose"
          rows={4}
          value={form.purpose}
          aria-invalid={wrong('purpose') ? true : undefined}
          aria-describedby={wrong('purpose') ? 'purpose-wrong' : undefined}
          onChange={(event) => change({ purpose: event.target.value })}
        />
      </div>
    </>
  );
}

/** Every cost of the project, with the sum. */
export function BudgetSection() {
  const { form, change, wrong } = useLoanForm();
  const set = (key: string, part: Partial<BudgetText>): void =>
    change({ budget: form.budget.map((line) => (line.key === key ? { ...line, ...part } : line)) });
  return (
    <>
      {wrong('budget') && <p className="wrong">▲ {wrong('budget')}</p>}
      {form.budget.map((line, at) => (
        <fieldset className="panel" key={line.key}>
          <legend>{say(`Khoản ${at + 1}`, `Line ${at + 1}`)}</legend>
          <TextField
            id={`budget-${at}-item`}
            words={say('Khoản mục chi phí', 'What is paid for')}
            value={line.item}
            wrong={wrong(`budget-${at}-item`)}
            required={false}
            onChange={(item) => set(line.key, { item })}
          />
          <MoneyField
            id={`budget-${at}-amount`}
            words={say('Số tiền', 'Amount')}
            value={line.amount}
            wrong={wrong(`budget-${at}-amount`)}
            onChange={(amount) => set(line.key, { amount })}
          />
          {form.budget.length > 1 && (
            <button type="button" onClick={() => change({ budget: form.budget.filter(({ key }) => key !== line.key) })}>
              {say(`Bỏ khoản ${at + 1}`, `Remove line ${at + 1}`)}
            </button>
          )}
        </fieldset>
      ))}
      <p className="row">
        <button type="button" onClick={() => change({ budget: [...form.budget, emptyBudget()] })}>
          + {say('Thêm khoản', 'Add a line')}
        </button>
        <span role="status">
          {say('Tổng mức đầu tư: ', 'Total investment: ')}
          <strong>{formatDong(totalOf(form.budget))}</strong>
        </span>
      </p>
    </>
  );
}

/** Own, others' and the fund's money make up the costs; the share of one's own is shown beside what the fund asks for. */
export function SourcesSection() {
  const { form, change, fund, borrower, wrong } = useLoanForm();
  const total = totalOf(form.budget);
  const sum = given(form.ownCapital) + given(form.otherCapital) + given(form.requestedAmount);
  const least = fund?.policy?.policy.ownCapitalMinimumShare;
  return (
    <>
      <p>
        {say('Tổng mức đầu tư: ', 'Total investment: ')}
        <strong>{formatDong(total)}</strong>
      </p>
      <MoneyField
        id="ownCapital"
        words={say('Vốn tự có', 'Own capital')}
        hint={
          least === undefined
            ? undefined
            : say(
                `Quỹ yêu cầu ít nhất ${formatRate(least)} tổng mức đầu tư`,
                `The fund asks for at least ${formatRate(least)} of the total investment`,
              )
        }
        value={form.ownCapital}
        wrong={wrong('ownCapital')}
        onChange={(ownCapital) => change({ ownCapital })}
      />
      <MoneyField
        id="otherCapital"
        words={say('Vốn khác', 'Other capital')}
        hint={say('Vay hoặc được hỗ trợ từ nơi khác; không có thì ghi 0', 'From others; 0 where there is none')}
        value={form.otherCapital}
        wrong={wrong('otherCapital')}
        onChange={(otherCapital) => change({ otherCapital })}
      />
      <MoneyField
        id="requestedAmount"
        words={say('Vay Quỹ', 'Wanted from the fund')}
        hint={
          borrower &&
          say(
            `Còn được vay tối đa ${formatDong(borrower.roomLeft)}`,
            `At most ${formatDong(borrower.roomLeft)} is left`,
          )
        }
        value={form.requestedAmount}
        wrong={wrong('requestedAmount')}
        onChange={(requestedAmount) => change({ requestedAmount })}
      />
      <p role="status">
        {say('Tổng nguồn vốn: ', 'All sources: ')}
        <strong>{formatDong(sum)}</strong>
        {total > 0 &&
          say(
            ` · vốn tự có ${formatNumber(Math.floor((given(form.ownCapital) * 10_000) / total) / 100)} %`,
            ` · own capital ${formatNumber(Math.floor((given(form.ownCapital) * 10_000) / total) / 100)} %`,
          )}
        {sum !== total && (
          <span className="wrong">
            {say(
              `Lệch ${formatDong(Math.abs(total - sum))} so với tổng mức đầu tư`,
              `${formatDong(Math.abs(total - sum))} apart from the total investment`,
            )}
          </span>
        )}
      </p>
    </>
  );
}
