import { TextField } from '../../../shared/fields';
import { say } from '../../../shared/language';
import { Choice, DayField, Select } from '../../applicant/kit';
import { HarvestFields } from './harvest-fields';
import { DAY_COUNTS, type DayCount, type TermsText } from './terms-form';

export interface TermsProps {
  readonly terms: TermsText;
  readonly change: (part: Partial<TermsText>) => void;
  /** What the server says is wrong with a field of this id. */
  readonly wrong: (id: string) => string | undefined;
}

/** How the loan is to be repaid: what most people choose is to be seen, the rest is folded away. */
export function TermsFields({ terms, change, wrong }: TermsProps) {
  return (
    <>
      <Choice
        id="method"
        legend={say('Cách trả nợ', 'How to repay')}
        value={terms.method}
        options={[
          ['equalPrincipal', say('Gốc đều các kỳ, lãi giảm dần', 'Equal principal, falling interest')],
          ['annuity', say('Mỗi kỳ trả một số tiền như nhau (niên kim)', 'The same total each time (annuity)')],
          ['bullet', say('Trả lãi từng kỳ, gốc trả một lần ở kỳ cuối', 'Interest only, principal at the end')],
        ]}
        onChange={(method) => change({ method })}
      />
      <Choice
        id="kind"
        legend={say('Kỳ trả nợ', 'Due days')}
        value={terms.kind}
        options={[
          ['periods', say('Đều đặn, mấy tháng một kỳ', 'Every so many months')],
          ['harvests', say('Theo vụ thu hoạch trong năm', 'At the harvests of each year')],
        ]}
        onChange={(kind) => change({ kind })}
      />
      {terms.kind === 'periods' ? (
        <>
          <DayField
            id="firstOn"
            legend={say('Ngày trả nợ đầu tiên', 'First due day')}
            value={terms.firstOn}
            wrong={wrong('firstOn')}
            onChange={(firstOn) => change({ firstOn })}
          />
          <div className="row">
            <TextField
              id="everyMonths"
              words={say('Mấy tháng một kỳ', 'Months between')}
              inputMode="numeric"
              value={terms.everyMonths}
              wrong={wrong('everyMonths')}
              required={false}
              onChange={(everyMonths) => change({ everyMonths })}
            />
            <TextField
              id="count"
              words={say('Số kỳ', 'Number of instalments')}
              inputMode="numeric"
              value={terms.count}
              wrong={wrong('count')}
              required={false}
              onChange={(count) => change({ count })}
            />
          </div>
        </>
      ) : (
        <HarvestFields terms={terms} change={change} wrong={wrong} />
      )}
      <GraceFields terms={terms} change={change} wrong={wrong} />
      <details className="panel">
        <summary>{say('Cách tính ngày, làm tròn, ngày nghỉ', 'Day count, rounding, days off')}</summary>
        <MannerFields terms={terms} change={change} wrong={wrong} />
      </details>
    </>
  );
}

/** The time at the beginning in which nothing, or interest alone, is paid. */
function GraceFields({ terms, change, wrong }: TermsProps) {
  return (
    <>
      <Choice
        id="grace"
        legend={say('Thời gian ân hạn', 'Grace')}
        value={terms.grace}
        options={[
          ['none', say('Không ân hạn', 'None')],
          ['principal', say('Chưa trả gốc, vẫn trả lãi', 'On the principal; interest is paid')],
          ['both', say('Chưa trả cả gốc và lãi', 'On principal and interest')],
        ]}
        onChange={(grace) => change({ grace })}
      />
      {terms.grace !== 'none' && (
        <TextField
          id="gracePeriods"
          words={say('Ân hạn mấy kỳ đầu', 'Number of first instalments with grace')}
          inputMode="numeric"
          value={terms.gracePeriods}
          wrong={wrong('gracePeriods')}
          required={false}
          onChange={(gracePeriods) => change({ gracePeriods })}
        />
      )}
      {terms.grace === 'both' && (
        <Choice
          id="deferredInterest"
          legend={say('Lãi của thời gian ân hạn', 'Interest of the grace')}
          value={terms.deferredInterest}
          options={[
            ['firstAfter', say('Trả ở kỳ đầu tiên sau ân hạn', 'Paid with the first instalment after it')],
            ['spread', say('Chia đều cho các kỳ còn lại', 'Spread over all that are left')],
          ]}
          onChange={(deferredInterest) => change({ deferredInterest })}
        />
      )}
    </>
  );
}

const COUNT_WORDS: Readonly<Record<DayCount, string>> = {
  'actual/365': say('Số ngày thực tế / 365', 'Actual days / 365'),
  'actual/360': say('Số ngày thực tế / 360', 'Actual days / 360'),
  'actual/actual': say('Số ngày thực tế / số ngày của năm', 'Actual days / days of the year'),
  '30/360': say('Mỗi tháng 30 ngày / 360', '30 days a month / 360'),
};

function MannerFields({ terms, change }: TermsProps) {
  return (
    <>
      <Select
        id="dayCount"
        words={say('Cách đếm ngày tính lãi', 'Day count')}
        value={terms.dayCount}
        options={DAY_COUNTS.map((count) => [count, COUNT_WORDS[count]])}
        onChange={(dayCount) => change({ dayCount: dayCount as DayCount })}
      />
      <Choice
        id="unit"
        legend={say('Làm tròn đến', 'Rounded to')}
        value={terms.unit}
        options={[
          ['1', say('1 đồng', '1 đồng')],
          ['100', say('100 đồng', '100 đồng')],
          ['1000', say('1.000 đồng', '1,000 đồng')],
        ]}
        onChange={(unit) => change({ unit })}
      />
      <Choice
        id="remainder"
        legend={say('Phần lẻ do làm tròn', 'What rounding leaves over')}
        value={terms.remainder}
        options={[
          ['last', say('Nằm ở kỳ cuối', 'Lies in the last instalment')],
          ['first', say('Nằm ở kỳ đầu', 'Lies in the first')],
        ]}
        onChange={(remainder) => change({ remainder })}
      />
      <Choice
        id="interest"
        legend={say('Lãi mỗi kỳ', 'Interest')}
        value={terms.interest}
        options={[
          ['each', say('Làm tròn riêng từng kỳ', 'Rounded by itself each time')],
          ['carried', say('Phần làm tròn bù vào kỳ sau', 'What rounding added or dropped is made good next time')],
        ]}
        onChange={(interest) => change({ interest })}
      />
      <Choice
        id="workingDays"
        legend={say('Ngày trả rơi vào ngày nghỉ', 'A due day on a day off')}
        value={terms.workingDays}
        options={[
          ['next', say('Dời đến ngày làm việc kế tiếp', 'Moves to the next working day')],
          ['nextInMonth', say('Dời đến ngày làm việc kế tiếp trong tháng', 'The next working day in the month')],
          ['previous', say('Lùi về ngày làm việc trước đó', 'The working day before')],
          ['keep', say('Giữ nguyên', 'Stays')],
        ]}
        onChange={(workingDays) => change({ workingDays })}
      />
      {terms.workingDays !== 'keep' && (
        <Choice
          id="interestTo"
          legend={say('Lãi khi ngày trả được dời', 'Interest when it moves')}
          value={terms.interestTo}
          options={[
            ['agreedDay', say('Tính đến ngày đã hẹn', 'Runs to the agreed day')],
            ['movedDay', say('Tính đến ngày trả thực tế', 'Runs to the moved day')],
          ]}
          onChange={(interestTo) => change({ interestTo })}
        />
      )}
    </>
  );
}
