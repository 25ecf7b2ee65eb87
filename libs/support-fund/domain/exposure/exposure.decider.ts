import {
  brokenRule,
  unreachable,
  type AggregateDefinition,
  type Command,
  type Decider,
  type Dong,
  type DomainEvent,
  type Instant,
} from '@hoptac/kernel';
import type { ExposureBasis, ExposureFigures, ExposureRequest } from '../exposure-port';
import type { PartyKey } from '../loan-contract';
import { shareOf } from '../applications/eligibility';

/*
 * What the borrowers of one fund owe and will owe (D45 Art. 23.2): one stream for each fund, so that of two decisions or two tranches that want the same room
 * exactly one wins. Repayments only make room; they are brought along from the loans with the next question.
 */

/** A decision holds so much for an application; the newer amount takes the place of the older. */
export type ExposureReserved = DomainEvent<'ExposureReserved', ExposureRequest & { at: Instant }>;
/** What was held and not drawn is free again. */
export type ExposureReleased = DomainEvent<'ExposureReleased', { fundId: string; applicationId: string; at: Instant }>;
/** A tranche was drawn from what is held. */
export type ExposureDrawn = DomainEvent<
  'ExposureDrawn',
  { fundId: string; applicationId: string; trancheId: string; amount: Dong; basis: ExposureBasis; at: Instant }
>;
/** A tranche was not paid out after all: it is held again. */
export type ExposureReturned = DomainEvent<
  'ExposureReturned',
  { fundId: string; applicationId: string; trancheId: string; at: Instant }
>;
/** Principal repaid so far, as the loan says it. */
export type ExposureRepaid = DomainEvent<
  'ExposureRepaid',
  { fundId: string; applicationId: string; repaid: Dong; at: Instant }
>;
export type ExposureEvent = ExposureReserved | ExposureReleased | ExposureDrawn | ExposureReturned | ExposureRepaid;

/** Principal repaid of loans, by application. */
export type Repayments = Readonly<Record<string, Dong>>;
export type ReserveExposure = Command<'ReserveExposure', { request: ExposureRequest; repaid: Repayments }>;
export type ReleaseExposure = Command<'ReleaseExposure', { fundId: string; applicationId: string }>;
export type DrawExposure = Command<
  'DrawExposure',
  {
    fundId: string;
    applicationId: string;
    trancheId: string;
    amount: Dong;
    /** The basis of the day; that of the decision when it is not known anew. */
    basis?: ExposureBasis;
    repaid: Repayments;
  }
>;
export type ReturnExposure = Command<'ReturnExposure', { fundId: string; applicationId: string; trancheId: string }>;
/** Takes over a loan of an older book, whatever the limits of today say. */
export type TakeOverExposure = Command<'TakeOverExposure', { request: ExposureRequest }>;
export type ExposureCommand = ReserveExposure | ReleaseExposure | DrawExposure | ReturnExposure | TakeOverExposure;

export interface HeldExposure {
  readonly borrower: PartyKey;
  readonly related: readonly PartyKey[];
  readonly basis: ExposureBasis;
  /** Decided, not drawn. */
  readonly held: Dong;
  readonly tranches: Readonly<Record<string, Dong>>;
  readonly repaid: Dong;
}
export interface ExposureState {
  readonly applications: Readonly<Record<string, HeldExposure>>;
}

/** Drawn in all. */
const drawnOf = ({ tranches }: HeldExposure): Dong => Object.values(tranches).reduce((sum, amount) => sum + amount, 0);
const takenBy = (one: HeldExposure): Dong => one.held + Math.max(0, drawnOf(one) - one.repaid);

/** What a borrower, alone and with everybody related to him, takes of the limits; without what `except` takes. */
export function exposureOf(
  { applications }: ExposureState,
  borrower: PartyKey,
  related: readonly PartyKey[],
  except?: string,
): ExposureFigures {
  const group = new Set([borrower, ...related]);
  let own = 0;
  let together = 0;
  for (const [applicationId, one] of Object.entries(applications)) {
    if (applicationId === except) continue;
    const taken = takenBy(one);
    if (one.borrower === borrower) own += taken;
    if (group.has(one.borrower) || one.related.includes(borrower)) together += taken;
  }
  return { borrower: own, withRelated: together };
}

/** Both limits of D45 Art. 23.2. @throws `SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED`, `SUPPORT_FUND.RELATED_LIMIT_EXCEEDED` */
function mustFit(taken: ExposureFigures, wanted: Dong, basis: ExposureBasis): void {
  const check = (code: string, limit: Dong, alreadyTaken: Dong): void => {
    if (alreadyTaken + wanted > limit)
      throw brokenRule(code, 'The limit is exceeded', { limit, taken: alreadyTaken, wanted }, ['D45 Art. 23.2']);
  };
  const capital = Math.max(0, basis.actualCharterCapital);
  check('SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED', shareOf(capital, basis.singleBorrowerShare), taken.borrower);
  check('SUPPORT_FUND.RELATED_LIMIT_EXCEEDED', shareOf(capital, basis.relatedShare), taken.withRelated);
}

function evolve(state: ExposureState, event: ExposureEvent): ExposureState {
  const { applicationId } = event.data;
  const before = state.applications[applicationId];
  const put = (one: HeldExposure): ExposureState => ({ applications: { ...state.applications, [applicationId]: one } });
  if (event.type === 'ExposureReserved') {
    const { borrower, related, basis, amount } = event.data;
    const { tranches = {}, repaid = 0 } = before ?? {};
    return put({ borrower, related, basis, held: amount, tranches, repaid });
  }
  if (before === undefined) return state;
  switch (event.type) {
    case 'ExposureReleased':
      return put({ ...before, held: 0 });
    case 'ExposureDrawn': {
      const { trancheId, amount } = event.data;
      return put({ ...before, held: before.held - amount, tranches: { ...before.tranches, [trancheId]: amount } });
    }
    case 'ExposureReturned': {
      const { [event.data.trancheId]: amount = 0, ...tranches } = before.tranches;
      return put({ ...before, held: before.held + amount, tranches });
    }
    case 'ExposureRepaid':
      return put({ ...before, repaid: event.data.repaid });
    default:
      return unreachable(event, 'exposure event');
  }
}

const news = (state: ExposureState, fundId: string, repaid: Repayments, at: Instant): readonly ExposureRepaid[] =>
  Object.entries(repaid)
    .filter(([id, amount]) => state.applications[id] !== undefined && state.applications[id].repaid !== amount)
    .map(([applicationId, amount]) => ({
      type: 'ExposureRepaid',
      data: { fundId, applicationId, repaid: amount, at },
    }));

function decide(command: ExposureCommand, state: ExposureState): readonly ExposureEvent[] {
  const at = command.metadata.now;
  switch (command.type) {
    case 'ReserveExposure': {
      const { request, repaid } = command.data;
      const brought = news(state, request.fundId, repaid, at);
      const now = brought.reduce(evolve, state);
      const taken = exposureOf(now, request.borrower, request.related, request.applicationId);
      mustFit(taken, request.amount, request.basis);
      return [...brought, { type: 'ExposureReserved', data: { ...request, at } }];
    }
    case 'TakeOverExposure':
      return [{ type: 'ExposureReserved', data: { ...command.data.request, at } }];
    case 'ReleaseExposure': {
      const held = state.applications[command.data.applicationId]?.held ?? 0;
      return held === 0 ? [] : [{ type: 'ExposureReleased', data: { ...command.data, at } }];
    }
    case 'DrawExposure':
      return draw(command, state, at);
    case 'ReturnExposure': {
      const { applicationId, trancheId } = command.data;
      const drawn = state.applications[applicationId]?.tranches[trancheId];
      return drawn === undefined ? [] : [{ type: 'ExposureReturned', data: { ...command.data, at } }];
    }
    default:
      return unreachable(command, 'exposure command');
  }
}

/** A tranche comes out of what the decision holds; the limits are asked again, by the capital of the day. */
function draw({ data }: DrawExposure, state: ExposureState, at: Instant): readonly ExposureEvent[] {
  const { fundId, applicationId, trancheId, amount, repaid } = data;
  const held = state.applications[applicationId];
  if (held?.tranches[trancheId] !== undefined) return [];
  if (held === undefined || held.held < amount)
    throw brokenRule('SUPPORT_FUND.TRANCHE_BEYOND_DECISION', 'The decision holds less than the tranche', {
      held: held?.held ?? 0,
      wanted: amount,
    });
  const brought = news(state, fundId, repaid, at);
  const now = brought.reduce(evolve, state);
  const basis = data.basis ?? held.basis;
  const others = exposureOf(now, held.borrower, held.related, applicationId);
  mustFit(others, takenBy(now.applications[applicationId]!), basis);
  return [...brought, { type: 'ExposureDrawn', data: { fundId, applicationId, trancheId, amount, basis, at } }];
}

/** Streams `fundExposure-<fundId>`. */
export const exposureDefinition: AggregateDefinition<ExposureState, ExposureCommand, ExposureEvent> = {
  category: 'fundExposure',
  decider: { initialState: () => ({ applications: {} }), evolve, decide } satisfies Decider<
    ExposureState,
    ExposureCommand,
    ExposureEvent
  >,
  versions: {
    ExposureReserved: 1,
    ExposureReleased: 1,
    ExposureDrawn: 1,
    ExposureReturned: 1,
    ExposureRepaid: 1,
  },
  upcasters: [],
};
