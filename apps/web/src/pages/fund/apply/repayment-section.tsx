import { useMutation } from '@tanstack/react-query';
import { post } from '../../../api/client';
import { say } from '../../../shared/language';
import { ProblemAlert } from '../../../shared/problem-alert';
import { DayField } from '../../applicant/kit';
import { amount } from '../../amount';
import { isoDay } from '../../day';
import { formatRate } from '../../rate';
import { termsPlace } from '../schedule/places';
import type { Schedule } from '../schedule/schedule-types';
import { ScheduleView } from '../schedule/schedule-view';
import { TermsFields } from '../schedule/terms-fields';
import { dueOf, mannerOf } from '../schedule/terms-form';
import { useLoanForm } from './frame';

/** When the money is wanted and how it comes back; on demand counted at the fund's highest rate. */
export function RepaymentSection() {
  const { form, change, wrong, fund } = useLoanForm();
  const rate = fund?.policy?.policy.annualRate.to;
  const count = useMutation({
    mutationFn: () => {
      const principal = amount(form.requestedAmount);
      const body = {
        principal,
        disbursements: [{ on: isoDay(form.firstDisbursementOn), amount: principal }],
        annualRateBasisPoints: rate,
        ...dueOf(form.terms),
        ...mannerOf(form.terms),
      };
      return post<Schedule>('/api/support-fund/loan-schedules', body, { key: crypto.randomUUID() });
    },
  });
  return (
    <>
      <DayField
        id="firstDisbursementOn"
        legend={say('Ngày muốn nhận tiền lần đầu', 'Day on which the first money is wanted')}
        value={form.firstDisbursementOn}
        wrong={wrong('firstDisbursementOn')}
        onChange={(firstDisbursementOn) => change({ firstDisbursementOn })}
      />
      <TermsFields terms={form.terms} change={(part) => change({ terms: { ...form.terms, ...part } })} wrong={wrong} />
      {rate !== undefined && (
        <section className="panel" aria-labelledby="try-heading">
          <h2 id="try-heading">{say('Thử tính lịch trả nợ', 'Try the repayment plan')}</h2>
          <p>
            {say(
              `Tính với lãi suất cao nhất của Quỹ, ${formatRate(rate)} một năm. Lãi suất thật do Quỹ quyết định.`,
              `Counted at the fund’s highest rate, ${formatRate(rate)} a year. The fund decides on the real one.`,
            )}
          </p>
          <p>
            <button type="button" disabled={count.isPending} onClick={() => count.mutate()}>
              {say('Tính thử', 'Count')}
            </button>
          </p>
          {count.error && <ProblemAlert error={count.error} fieldOf={termsPlace} />}
          {count.data && !count.error && <ScheduleView schedule={count.data} />}
        </section>
      )}
    </>
  );
}
