import { localDateOf, notAllowedNow, type CommandMetadata } from '@hoptac/kernel';
import type {
  EscalateDossier,
  ExplainDelay,
  ExtendDeadline,
  MarkDeadlinePassed,
  RemindOfDeadline,
  SuspendDeadlines,
} from './deadline.commands';
import * as deadlines from './deadline.rules';
import { deadlinesOwed, delayExplained, escalationsOwed, isPast, remindersOwed, runningLimits } from './deadlines';
import type { DossierEvent, DueDate } from './dossier.events';
import * as rules from './dossier.rules';
import type { DossierState, FiledDossier } from './dossier.state';

/* What time itself brings, and what the office says about it (L23 Art. 42.4; D295 Art. 19.7, 21). */

/** The office is late when 24:00 of the last day has come without its act. Each limit is marked once. */
export function markDeadlinePassed({ metadata: { now } }: MarkDeadlinePassed, state: DossierState) {
  rules.dossierMustBeFiled(state);
  const passed = deadlinesOwed(state).filter(({ due }) => isPast(due.dueAt, now));
  if (passed.length === 0) {
    throw notAllowedNow('DOSSIERS.DEADLINE_NOT_PASSED', 'No limit of the office has passed', { status: state.status });
  }
  return passed
    .filter(({ late }) => !late)
    .map(({ what, due }): DossierEvent => ({
      type: 'DossierDeadlinePassed',
      data: { what, dueOn: due.dueOn, dueAt: due.dueAt },
    }));
}

export function remind({ metadata: { now } }: RemindOfDeadline, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustBeFiled(state);
  return remindersOwed(state, now).map(({ what, due, to, at }) => ({
    type: 'DossierReminded',
    data: { what, dueOn: due.dueOn, dueAt: due.dueAt, to, scheduledAt: at, remindedAt: now },
  }));
}

export function escalate({ metadata: { now } }: EscalateDossier, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustBeFiled(state);
  return escalationsOwed(state, now).map(({ what, due, level, at }) => ({
    type: 'DossierEscalated',
    data: { what, dueOn: due.dueOn, dueAt: due.dueAt, level, since: at },
  }));
}

/** A reason given again for the same limit changes nothing. */
export function explainDelay({ data, metadata }: ExplainDelay, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustNotBeAccepted(state);
  deadlines.aLimitMustHavePassed(state);
  rules.reasonMustBeGiven(data.reason);
  deadlines.newDateMustLieAhead(data.answerBy, localDateOf(metadata.now));
  return explained(state, data, metadata);
}

/** The same decision given again changes nothing. */
export function extendDeadline({ data, metadata }: ExtendDeadline, state: DossierState): readonly DossierEvent[] {
  rules.dossierMustNotBeAccepted(state);
  if (state.extensions?.includes(data.paper) === true) return [];
  rules.reasonMustBeGiven(data.ground);
  const { due } = deadlines.limitMustRun(state, data.what, data.to, metadata.now);
  return [{ type: 'DossierDeadlineExtended', data: { ...data, from: due, decidedBy: metadata.actor.personId } }];
}

/**
 * A limit that the decision covers runs on afterwards, also one that was marked as passed before the decision was known; one that has passed all the same
 * stays passed. What stands so already, and a dossier that is closed, is left alone.
 */
export function suspendDeadlines({ data, metadata }: SuspendDeadlines, state: DossierState): readonly DossierEvent[] {
  const { limits, ...decision } = data;
  const running = runningLimits(state);
  return limits.flatMap(({ what, from, to }): DossierEvent[] => {
    const limit = running.find((candidate) => candidate.what === what);
    if (limit?.due.dueAt !== from.dueAt || sameStretches(limit.due, to) || isPast(to.dueAt, metadata.now)) return [];
    return [{ type: 'DossierDeadlineSuspended', data: { ...decision, what, from, to } }];
  });
}

const sameStretches = (one: DueDate, other: DueDate): boolean =>
  one.dueAt === other.dueAt && JSON.stringify(one.suspended ?? []) === JSON.stringify(other.suspended ?? []);

/** The reason that comes with the step of a late office: recorded first, or the step is refused. */
export function delayOf(
  state: FiledDossier,
  what: 'decision' | 'withdrawal',
  delayReason: string | undefined,
  metadata: CommandMetadata,
): readonly DossierEvent[] {
  const owed = { state, what };
  if (delayReason === undefined) {
    deadlines.delayMustBeExplained(owed);
    return [];
  }
  rules.reasonMustBeGiven(delayReason);
  return explained(state, { reason: delayReason }, metadata).filter((event) => event.data.what === what);
}

function explained(
  state: FiledDossier,
  data: ExplainDelay['data'],
  { actor }: CommandMetadata,
): readonly Extract<DossierEvent, { type: 'DossierDelayExplained' }>[] {
  return deadlinesOwed(state)
    .filter((limit) => limit.late && !delayExplained(state, limit))
    .map(({ what, due }) => ({
      type: 'DossierDelayExplained',
      data: { what, dueOn: due.dueOn, dueAt: due.dueAt, ...data, explainedBy: actor.personId },
    }));
}
