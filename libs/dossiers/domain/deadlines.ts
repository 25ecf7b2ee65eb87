import type { Instant } from '@hoptac/kernel';
import { ESCALATION_LEVELS, type EscalationLevel, type LimitName, type RemindedRole } from './deadline.events';
import type { DueDate } from './dossier.events';
import type { DossierState, FiledDossier } from './dossier.state';

/** A time limit that runs. */
export interface RunningLimit {
  readonly what: LimitName;
  readonly due: DueDate;
  /** True when it has been marked as passed; the applicant's never is: it lapses. */
  readonly late: boolean;
}

/** A time limit that the office has to keep at the moment. */
export interface OwedDeadline extends RunningLimit {
  readonly what: 'decision' | 'withdrawal';
}

/** A reminder that is due, or a level to which a late case has to rise. */
export interface OwedReminder extends RunningLimit {
  readonly to: RemindedRole;
  readonly at: Instant;
}
export interface OwedEscalation extends RunningLimit {
  readonly level: EscalationLevel;
  readonly at: Instant;
}

const isOpen = (state: DossierState) =>
  state.status === 'UnderExamination' || state.status === 'AwaitingCorrection' || state.status === 'AwaitingDecision';

/**
 * What the office owes now: a decision or notice while the dossier lies with it, not while the applicant corrects (L23 Art. 42.4; D295 Art. 21);
 * and an answer to a withdrawal (D295 Art. 19.7).
 */
export function deadlinesOwed(state: DossierState): readonly OwedDeadline[] {
  if (state.status === 'NotFiled' || !isOpen(state)) return [];
  return [
    ...(state.status === 'AwaitingCorrection' ? [] : [{ what: 'decision', due: state.due, late: state.late } as const]),
    ...(state.withdrawal
      ? [{ what: 'withdrawal', due: state.withdrawal.due, late: state.withdrawal.late } as const]
      : []),
  ];
}

/** Every limit that runs: the office's, and the applicant's sixty days. */
export function runningLimits(state: DossierState): readonly RunningLimit[] {
  const owed = deadlinesOwed(state);
  if (state.status !== 'AwaitingCorrection') return owed;
  return [...owed, { what: 'correction', due: state.correctionDue, late: false }];
}

/** Reminders whose instant has come while their limit still lies ahead, and which were not given yet. */
export const remindersOwed = (state: DossierState, now: Instant): readonly OwedReminder[] =>
  remindersToCome(state).filter(({ at, due }) => isPast(at, now) && !isPast(due.dueAt, now));

/** Levels to which the case has to rise: their instant has come and the office still owes its act. */
export const escalationsOwed = (state: DossierState, now: Instant): readonly OwedEscalation[] =>
  escalationsToCome(state).filter(({ at }) => isPast(at, now));

/** The next instant at which somebody is to be reminded, or the case rises; undefined when nothing is planned. */
export function nextMilestone(state: DossierState, now: Instant): Instant | undefined {
  const reminders = remindersToCome(state).filter(({ due }) => !isPast(due.dueAt, now));
  return earliest([...reminders, ...escalationsToCome(state)].map(({ at }) => at));
}

/** Where a case stands: with its officer, or as high as its lateness has lifted it. */
export function escalationLevel(state: FiledDossier): 'officer' | EscalationLevel {
  const risen = deadlinesOwed(state).flatMap(({ what, due }) => stepsOf(state, what, due).risen);
  return ESCALATION_LEVELS.findLast((level) => risen.includes(level)) ?? 'officer';
}

/** When somebody was last reminded of a limit that still runs. */
export const remindedAt = (state: FiledDossier): Instant | undefined =>
  runningLimits(state)
    .flatMap(({ what, due }) => stepsOf(state, what, due).reminded.map((given) => given.remindedAt))
    .sort()
    .at(-1);

/** True when the office has said why it let this limit pass. */
export const delayExplained = (state: FiledDossier, { what, due }: RunningLimit): boolean =>
  stepsOf(state, what, due).explained;

/** The earliest of some instants. */
export const earliest = (instants: readonly Instant[]): Instant | undefined =>
  [...instants].sort((a, b) => Date.parse(a) - Date.parse(b))[0];

export const isPast = (at: Instant, now: Instant): boolean => Date.parse(at) <= Date.parse(now);

function remindersToCome(state: DossierState): readonly OwedReminder[] {
  return runningLimits(state).flatMap((limit) => {
    const given = state.status === 'NotFiled' ? [] : stepsOf(state, limit.what, limit.due).reminded;
    return (limit.due.reminders ?? [])
      .filter(({ at, to }) => !given.some((reminder) => reminder.scheduledAt === at && reminder.to === to))
      .map((reminder) => ({ ...limit, ...reminder }));
  });
}

function escalationsToCome(state: DossierState): readonly OwedEscalation[] {
  return deadlinesOwed(state).flatMap((limit) => {
    const risen = state.status === 'NotFiled' ? [] : stepsOf(state, limit.what, limit.due).risen;
    return (limit.due.escalations ?? [])
      .filter(({ level }) => !risen.includes(level))
      .map((escalation) => ({ ...limit, ...escalation }));
  });
}

/** What was done about one limit; a limit that moved is another one. */
function stepsOf({ deadlineSteps = [] }: FiledDossier, what: LimitName, due: DueDate) {
  const steps = deadlineSteps.filter((step) => step.what === what && step.dueAt === due.dueAt);
  return {
    reminded: steps.flatMap((step) => (step.kind === 'reminded' ? [step] : [])),
    risen: steps.flatMap((step) => (step.kind === 'escalated' ? [step.level] : [])),
    explained: steps.some((step) => step.kind === 'explained'),
  };
}

/** What was done about a limit, as the dossier remembers it. */
export type DeadlineStep = { readonly what: LimitName; readonly dueAt: Instant } & (
  | {
      readonly kind: 'reminded';
      readonly to: RemindedRole;
      readonly scheduledAt: Instant;
      readonly remindedAt: Instant;
    }
  | { readonly kind: 'escalated'; readonly level: EscalationLevel }
  | { readonly kind: 'explained' }
);
