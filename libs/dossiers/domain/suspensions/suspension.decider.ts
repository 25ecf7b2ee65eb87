import {
  addDays,
  brokenRule,
  endOfDay,
  invalidInput,
  isLocalDate,
  localDateOf,
  notFound,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import type { SuspensionEvent } from './suspension.events';

/** Bounds of a decision: the house's policy, from the rulebook. Days. */
export interface SuspensionBounds {
  readonly longest: number;
  readonly earliestBefore: number;
}

export type DecideSuspension = Command<
  'DecideSuspension',
  {
    suspensionId: string;
    areaCode: string;
    from: LocalDate;
    to: LocalDate;
    ground: string;
    paper: string;
    bounds: SuspensionBounds;
  }
>;
export type MoveSuspensionEnd = Command<
  'MoveSuspensionEnd',
  { suspensionId: string; to: LocalDate; ground: string; paper: string; bounds: SuspensionBounds }
>;
export type RecordSuspended = Command<'RecordSuspended', { suspensionId: string; dossierIds: readonly string[] }>;
/** Closes every suspension whose last day is over. */
export type CompleteSuspensions = Command<'CompleteSuspensions'>;
export type SuspensionCommand = DecideSuspension | MoveSuspensionEnd | RecordSuspended | CompleteSuspensions;

export interface Suspension {
  readonly suspensionId: string;
  readonly areaCode: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly ground: string;
  readonly paper: string;
  readonly decidedBy: string;
  /** When it was decided, or its end moved last. */
  readonly changedAt: Instant;
  readonly dossierIds: readonly string[];
  readonly completed: boolean;
}

/** The suspensions of one province, by id, in the order of their decisions. */
export interface Suspensions {
  readonly byId: Readonly<Record<string, Suspension>>;
}

export const suspensionsOf = ({ byId }: Suspensions): readonly Suspension[] => Object.values(byId);
export const standing = (state: Suspensions): readonly Suspension[] =>
  suspensionsOf(state).filter(({ completed }) => !completed);
/** Suspensions whose last day is over and that were not closed yet. */
export const completionOwed = (state: Suspensions, now: Instant): boolean => over(state, now).length > 0;

const over = (state: Suspensions, now: Instant): readonly Suspension[] =>
  standing(state).filter(({ to }) => Date.parse(endOfDay(to)) <= Date.parse(now));

/** A suspension has days that exist, the first before the last, and is no longer than plausible. */
function periodMustBeSound(from: LocalDate, to: LocalDate, longest: number): void {
  if (!isLocalDate(from) || !isLocalDate(to) || to < from)
    throw invalidInput('DOSSIERS.SUSPENSION_PERIOD', 'The suspension ends before it begins', { from, to });
  if (to >= addDays(from, longest))
    throw brokenRule('DOSSIERS.SUSPENSION_TOO_LONG', 'The suspension is too long', { longest });
}

/** A decision may follow the event, not by long: what lies far back is explained case by case. */
function beginningMustBePlausible(from: LocalDate, today: LocalDate, earliestBefore: number): void {
  if (from < addDays(today, -earliestBefore))
    throw brokenRule('DOSSIERS.SUSPENSION_TOO_EARLY', 'The suspension begins too far back', { days: earliestBefore });
}

/** Every decision says why. */
function groundMustBeGiven(ground: string): void {
  if (ground.trim() === '') throw invalidInput('DOSSIERS.REASON_MISSING', 'A reason is required');
}

/** What is over is over: days that have passed do not run once more. */
function endMustLieAhead(to: LocalDate, today: LocalDate): void {
  if (to < today) throw brokenRule('DOSSIERS.SUSPENSION_END_PAST', 'The end lies in the past', { to });
}

function suspensionMustStand({ byId }: Suspensions, id: string): Suspension {
  const found = Object.hasOwn(byId, id) ? byId[id] : undefined;
  if (found === undefined) throw notFound('DOSSIERS.SUSPENSION_NOT_FOUND', 'There is no such suspension');
  if (found.completed) throw brokenRule('DOSSIERS.SUSPENSION_OVER', 'The suspension is over', { to: found.to });
  return found;
}

/** Streams `deadlineSuspension-<province>`: every suspension of a province, so that who gives a limit reads one stream. */
export const suspensionDecider: Decider<Suspensions, SuspensionCommand, SuspensionEvent> = {
  initialState: () => ({ byId: {} }),
  evolve,
  decide,
};

function evolve(state: Suspensions, event: SuspensionEvent): Suspensions {
  const change = (id: string, changed: (known: Suspension) => Suspension): Suspensions => {
    const known = state.byId[id];
    return known === undefined ? state : { byId: { ...state.byId, [id]: changed(known) } };
  };
  switch (event.type) {
    case 'DeadlineSuspensionDecided': {
      const { decidedAt, ...data } = event.data;
      const decided = { ...data, changedAt: decidedAt, dossierIds: [], completed: false };
      return { byId: { ...state.byId, [data.suspensionId]: decided } };
    }
    case 'DeadlineSuspensionEndMoved':
      return change(event.data.suspensionId, (known) => ({
        ...known,
        to: event.data.to,
        changedAt: event.data.decidedAt,
      }));
    case 'DeadlineSuspensionFell':
      return change(event.data.suspensionId, (known) => ({
        ...known,
        dossierIds: [...known.dossierIds, ...event.data.dossierIds],
      }));
    case 'DeadlineSuspensionCompleted':
      return change(event.data.suspensionId, (known) => ({ ...known, completed: true }));
    default:
      return unreachable(event, 'suspension event');
  }
}

function decide(command: SuspensionCommand, state: Suspensions): readonly SuspensionEvent[] {
  const { now, actor } = command.metadata;
  const today = localDateOf(now);
  const by = { decidedBy: actor.personId, decidedAt: now };
  switch (command.type) {
    case 'DecideSuspension': {
      const { bounds, ...decided } = command.data;
      if (Object.hasOwn(state.byId, decided.suspensionId)) return [];
      groundMustBeGiven(decided.ground);
      periodMustBeSound(decided.from, decided.to, bounds.longest);
      beginningMustBePlausible(decided.from, today, bounds.earliestBefore);
      endMustLieAhead(decided.to, today);
      return [{ type: 'DeadlineSuspensionDecided', data: { ...decided, ...by } }];
    }
    case 'MoveSuspensionEnd': {
      const { suspensionId, to, ground, paper, bounds } = command.data;
      const known = suspensionMustStand(state, suspensionId);
      groundMustBeGiven(ground);
      periodMustBeSound(known.from, to, bounds.longest);
      endMustLieAhead(to, today);
      if (known.to === to) return [];
      return [
        { type: 'DeadlineSuspensionEndMoved', data: { suspensionId, before: known.to, to, ground, paper, ...by } },
      ];
    }
    case 'RecordSuspended': {
      const { suspensionId, dossierIds } = command.data;
      const known = new Set(state.byId[suspensionId]?.dossierIds);
      const fresh = dossierIds.filter((id) => !known.has(id));
      return fresh.length === 0 ? [] : [{ type: 'DeadlineSuspensionFell', data: { suspensionId, dossierIds: fresh } }];
    }
    case 'CompleteSuspensions':
      return over(state, now).map(({ suspensionId, to, dossierIds }) => ({
        type: 'DeadlineSuspensionCompleted',
        data: { suspensionId, to, dossiers: dossierIds.length },
      }));
    default:
      return unreachable(command, 'suspension command');
  }
}

export const suspensionDefinition: AggregateDefinition<Suspensions, SuspensionCommand, SuspensionEvent> = {
  category: 'deadlineSuspension',
  decider: suspensionDecider,
  versions: {
    DeadlineSuspensionDecided: 1,
    DeadlineSuspensionEndMoved: 1,
    DeadlineSuspensionFell: 1,
    DeadlineSuspensionCompleted: 1,
  },
  upcasters: [],
};

/** Its event types, for the event store. */
export const suspensionCatalogue = { versions: suspensionDefinition.versions, upcasters: [] };
