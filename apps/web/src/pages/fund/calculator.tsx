import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Problem, post } from '../../api/client';
import { say } from '../../shared/language';
import { ProblemAlert } from '../../shared/problem-alert';
import { useToday } from '../../shared/session';
import { usePageTitle } from '../../shared/use-page-title';
import { RateField } from '../applicant/kit';
import { typedDay } from '../day';
import { basisPoints } from '../rate';
import { termsPlace } from './schedule/places';
import type { Schedule } from './schedule/schedule-types';
import { ScheduleView } from './schedule/schedule-view';
import { TermsFields } from './schedule/terms-fields';
import {
  dueOf,
  emptyTranche,
  mannerOf,
  tranchesOf,
  usualTerms,
  type TermsText,
  type TrancheText,
} from './schedule/terms-form';
import { TrancheFields } from './schedule/tranche-fields';

/** Repayment plans for anyone, with no loan existing; nothing is recorded. */
export function CalculatorPageView() {
  usePageTitle(say('Tính lịch trả nợ', 'Repayment calculator'));
  const today = useToday();
  const [tranches, setTranches] = useState<readonly TrancheText[]>(() => [emptyTranche(typedDay(today))]);
  const [rate, setRate] = useState('');
  const [terms, setTerms] = useState<TermsText>(() => usualTerms(today));
  const count = useMutation({
    mutationFn: () => {
      const disbursements = tranchesOf(tranches);
      const body = {
        principal: disbursements.reduce((sum, { amount }) => sum + amount, 0),
        disbursements,
        annualRateBasisPoints: basisPoints(rate),
        ...dueOf(terms),
        ...mannerOf(terms),
      };
      return post<Schedule>('/api/support-fund/loan-schedules', body, { key: crypto.randomUUID() });
    },
  });
  const wrong = (id: string): string | undefined =>
    count.error instanceof Problem
      ? count.error.errors.find(({ pointer }) => termsPlace(pointer)?.id === id)?.detail
      : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    count.mutate();
  };
  return (
    <>
      <h1>{say('Tính lịch trả nợ', 'Repayment calculator')}</h1>
      <p>
        {say(
          'Thử trước khi vay: nhập số tiền, lãi suất và cách trả, xem từng kỳ phải trả bao nhiêu và lãi tính ra sao. Không lưu gì.',
          'Try before you borrow: amount, rate and manner give every instalment and how its interest is counted. Nothing is kept.',
        )}
      </p>
      {count.error && <ProblemAlert error={count.error} fieldOf={termsPlace} onRetry={() => count.mutate()} />}
      <form onSubmit={submit} noValidate>
        <TrancheFields tranches={tranches} onChange={setTranches} wrong={wrong} />
        <RateField
          id="annualRateBasisPoints"
          words={say('Lãi suất', 'Rate')}
          value={rate}
          wrong={wrong('annualRateBasisPoints')}
          onChange={setRate}
        />
        <TermsFields terms={terms} change={(part) => setTerms((before) => ({ ...before, ...part }))} wrong={wrong} />
        <p>
          <button className="main" disabled={count.isPending}>
            {count.isPending ? say('Đang tính…', 'Counting…') : say('Tính lịch trả nợ', 'Count')}
          </button>
        </p>
      </form>
      {count.data && !count.error && <Result schedule={count.data} />}
    </>
  );
}

/** Takes the focus, so that whoever does not see the page hears that there is an answer. */
function Result({ schedule }: { schedule: Schedule }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus(), [schedule]);
  return (
    <section aria-labelledby="result-heading">
      <h2 id="result-heading" tabIndex={-1} ref={ref}>
        {say('Kết quả', 'Result')}
      </h2>
      <ScheduleView schedule={schedule} />
    </section>
  );
}
