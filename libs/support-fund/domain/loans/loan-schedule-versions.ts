import type { Dong, Instant, LocalDate } from '@hoptac/kernel';
import type { LoanChange, LoanHistory } from './loan-facts';
import { advance, runTo } from './loan-position';
import { cutOf } from './loan-plan';
import { copyRun, outstandingOf, type LoanRun } from './loan-run';

/** One instalment that lies ahead, if everything is paid on its day. */
export interface PlannedInstalment {
  readonly agreedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly principal: Dong;
  readonly interest: Dong;
  readonly total: Dong;
  /** Principal that is left after it. */
  readonly balance: Dong;
}

/** A schedule that was in force from a day on — một phiên bản lịch trả nợ. */
export interface ScheduleVersion {
  readonly from: LocalDate;
  /** What made it. */
  readonly because: LoanChange['type'];
  readonly instalments: readonly PlannedInstalment[];
}

/** The instalments that lie ahead of a run, counted by the same steps that the days will take; the run stays as it is. */
export function instalmentsAhead(from: LoanRun): readonly PlannedInstalment[] {
  const run = copyRun(from);
  const found: PlannedInstalment[] = [];
  run.credit = 0n;
  run.dues = [];
  let balance = outstandingOf(run);
  while (run.plan.length > 0 || run.pending.length > 0) {
    const next = run.plan[0];
    const day = [...(next === undefined ? [] : [cutOf(next)]), ...run.pending.map(({ dueOn }) => dueOn)].sort()[0]!;
    advance(run, day);
    for (const due of run.dues) {
      balance -= due.principal;
      found.push({
        agreedOn: due.agreedOn,
        dueOn: due.dueOn,
        principal: Number(due.principal),
        interest: Number(due.interest),
        total: Number(due.principal + due.interest),
        balance: Number(balance),
      });
    }
    run.dues = [];
  }
  return found;
}

const CHANGES_THE_PLAN: readonly LoanChange['type'][] = ['opening', 'disbursed', 'restructured', 'recalled'];

/** Every schedule that was in force up to a day, as known at an instant: what became known later does not change what was valid then. */
export function scheduleVersions(history: LoanHistory, on: LocalDate, knownAt?: Instant): readonly ScheduleVersion[] {
  const versions: ScheduleVersion[] = [];
  let before = '';
  runTo(history, on, knownAt, (run, day, facts) => {
    const last = facts.at(-1);
    if (last === undefined) return;
    const because = facts.findLast(({ type }) => CHANGES_THE_PLAN.includes(type)) ?? last;
    const instalments = instalmentsAhead(run);
    const shape = JSON.stringify(instalments.map(({ dueOn, principal }) => [dueOn, principal]));
    const ahead = versions.at(-1)?.instalments.filter(({ dueOn }) => dueOn > day) ?? [];
    before = JSON.stringify(ahead.map(({ dueOn, principal }) => [dueOn, principal]));
    if (shape === before) return;
    versions.push({ from: day, because: because.type, instalments });
  });
  return versions;
}
