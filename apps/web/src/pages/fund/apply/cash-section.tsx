import { formatDong } from '../../../shared/format';
import { say } from '../../../shared/language';
import { DayField, MoneyField } from '../../applicant/kit';
import { emptyCash, given, type CashText } from './form';
import { useLoanForm } from './frame';

/** What the project brings in and costs, period by period, without what is paid to the fund. */
export function CashFlowSection() {
  const { form, change, wrong } = useLoanForm();
  const set = (key: string, part: Partial<CashText>): void =>
    change({ cashFlow: form.cashFlow.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  return (
    <>
      <p>
        {say(
          'Chia thời gian vay thành các kỳ, đến hết kỳ trả nợ cuối. Chưa tính tiền trả Quỹ.',
          'Divide the time of the loan into periods, up to the last due day. Without what is paid to the fund.',
        )}
      </p>
      {wrong('cashFlow') && <p className="wrong">▲ {wrong('cashFlow')}</p>}
      {form.cashFlow.map((period, at) => (
        <fieldset className="panel" key={period.key}>
          <legend>{say(`Kỳ ${at + 1}`, `Period ${at + 1}`)}</legend>
          <DayField
            id={`cashFlow-${at}-until`}
            legend={say('Đến hết ngày', 'Until the end of')}
            value={period.until}
            wrong={wrong(`cashFlow-${at}-until`)}
            onChange={(until) => set(period.key, { until })}
          />
          <div className="row">
            <div className="field">
              <MoneyField
                id={`cashFlow-${at}-inflow`}
                words={say('Tiền thu', 'Coming in')}
                value={period.inflow}
                wrong={wrong(`cashFlow-${at}-inflow`)}
                onChange={(inflow) => set(period.key, { inflow })}
              />
            </div>
            <div className="field">
              <MoneyField
                id={`cashFlow-${at}-outflow`}
                words={say('Tiền chi', 'Going out')}
                value={period.outflow}
                wrong={wrong(`cashFlow-${at}-outflow`)}
                onChange={(outflow) => set(period.key, { outflow })}
              />
            </div>
          </div>
          <p role="status">
            {say('Còn lại: ', 'Left: ')}
            <strong>{formatDong(given(period.inflow) - given(period.outflow))}</strong>
          </p>
          {form.cashFlow.length > 1 && (
            <button
              type="button"
              onClick={() => change({ cashFlow: form.cashFlow.filter(({ key }) => key !== period.key) })}
            >
              {say(`Bỏ kỳ ${at + 1}`, `Remove period ${at + 1}`)}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" onClick={() => change({ cashFlow: [...form.cashFlow, emptyCash()] })}>
          + {say('Thêm kỳ', 'Add a period')}
        </button>
      </p>
    </>
  );
}
