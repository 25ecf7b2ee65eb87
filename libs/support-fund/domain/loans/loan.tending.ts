import { addDays, addMonths, localDateOf, startOfDay, type Instant, type LocalDate } from '@hoptac/kernel';
import { daysOverdue, groupOf, provisionFor, scaleOn, roundedShare } from './debt-group';
import { positionOf, positionOn, runTo } from './loan-position';
import { instalmentsAhead } from './loan-schedule-versions';
import { disbursedOf } from './loan.rules';
import type { LoanState, RunningLoan } from './loan.state';

/** What a day asks of a running loan. */
export type LoanDuty =
  | { readonly kind: 'group'; readonly asOf: LocalDate }
  | { readonly kind: 'remind'; readonly dueOn: LocalDate; readonly amount: number }
  | { readonly kind: 'missed'; readonly dueOn: LocalDate; readonly amount: number }
  | { readonly kind: 'inspect'; readonly since: LocalDate }
  | { readonly kind: 'settle' };

/** Last day of the month before the one that the day lies in. */
export const endOfMonthBefore = (day: LocalDate): LocalDate => addDays(`${day.slice(0, 7)}-01` as LocalDate, -1);
const nextMonthAfter = (end: LocalDate): LocalDate => addMonths(addDays(end, 1), 0);

/** Everything that is owed at an instant, oldest month first. Pure; asks the position alone, so that a job that did not run loses nothing. */
export function dutiesOf(loan: RunningLoan, now: Instant): readonly LoanDuty[] {
  const today = localDateOf(now);
  const run = runTo(loan, today);
  if (loan.status !== 'Running' || run === undefined) return [];
  const position = positionOf(run, today);
  if (position.payoff === 0 && position.credit <= 0 && isPaidOut(loan, today)) return [{ kind: 'settle' }];
  const duties: LoanDuty[] = monthsToGroup(loan, today).map((asOf) => ({ kind: 'group', asOf }));
  const { oldestUnpaid } = position;
  if (oldestUnpaid !== undefined && oldestUnpaid < today && !loan.missed.includes(oldestUnpaid))
    duties.push({ kind: 'missed', dueOn: oldestUnpaid, amount: position.dueNow });
  for (const { dueOn, total } of instalmentsAhead(run)) {
    if (addDays(dueOn, -loan.policy.remindDaysBefore) > today) break;
    if (!loan.reminded.includes(dueOn)) duties.push({ kind: 'remind', dueOn, amount: total });
  }
  const { inspection } = loan;
  if (inspection?.asked === false && addDays(inspection.since, loan.policy.inspectWithinDays) <= today)
    duties.push({ kind: 'inspect', since: inspection.since });
  return duties;
}

/** Nothing more will be paid out: all of it has been, or the planned days of disbursement have passed. */
function isPaidOut(loan: RunningLoan, today: LocalDate): boolean {
  if (loan.facts.some(({ type }) => type === 'opening')) return true;
  return disbursedOf(loan) === loan.contract.amount || loan.contract.tranches.every(({ on }) => on < today);
}

function monthsToGroup(loan: RunningLoan, today: LocalDate): readonly LocalDate[] {
  const from = loan.grouped?.asOf ?? endOfMonthBefore(loan.facts[0]!.effectiveOn);
  const last = endOfMonthBefore(today);
  const months: LocalDate[] = [];
  if (positionOn(loan, today)?.offBalance !== undefined) return [];
  for (let end = from; ;) {
    end = addDays(addMonths(nextMonthAfter(end), 1), -1);
    if (end > last) return months;
    months.push(end);
  }
}

/** What the grouping of a month's end records: group, arrears, provisions (D45 Art. 28). */
export function groupingOf(loan: RunningLoan, asOf: LocalDate) {
  const position = positionOn(loan, asOf);
  const scale = scaleOn(asOf);
  const outstanding = position?.outstanding ?? 0;
  const group = position === undefined ? 1 : groupOf(position);
  const appraised = loan.contract.securities.reduce((sum, { value }) => sum + value, 0);
  return {
    asOf,
    group,
    daysOverdue: daysOverdue(position?.oldestUnpaid, asOf),
    outstanding,
    ...provisionFor(group, outstanding, roundedShare(appraised, loan.policy.deductibleShare), scale),
    article: scale.groups.article,
  };
}

/** Hour of the day, in minutes after midnight, at which the house looks after its loans. */
const TENDING_MINUTE = 60;
const atTending = (day: LocalDate): Instant =>
  new Date(Date.parse(startOfDay(day)) + TENDING_MINUTE * 60_000).toISOString() as Instant;

/** When the day next asks something of the loan, if nobody does anything meanwhile; undefined when nothing waits. */
export function nextTending(state: LoanState, now: Instant): Instant | undefined {
  if (state.status !== 'Running' || state.facts.length === 0) return undefined;
  const today = localDateOf(now);
  const run = runTo(state, today);
  if (run === undefined) return undefined;
  const days: LocalDate[] = [];
  if (run.offBalance === undefined) days.push(addMonths(`${today.slice(0, 7)}-01` as LocalDate, 1));
  for (const { dueOn } of instalmentsAhead(run)) {
    const remindOn = addDays(dueOn, -state.policy.remindDaysBefore);
    if (remindOn > today) days.push(remindOn);
    if (dueOn >= today) days.push(addDays(dueOn, 1));
    if (remindOn > today) break;
  }
  for (const due of run.dues) if (due.dueOn === today) days.push(addDays(today, 1));
  const { inspection } = state;
  if (inspection?.asked === false) days.push(addDays(inspection.since, state.policy.inspectWithinDays));
  const next = days.filter((day) => day > today).sort()[0];
  return next === undefined ? undefined : atTending(next);
}

/** Something is owed now. */
export const tendingOwed = (state: LoanState, now: Instant): boolean =>
  state.status === 'Running' && dutiesOf(state, now).length > 0;
