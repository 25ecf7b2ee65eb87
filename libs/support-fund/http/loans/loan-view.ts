import type { AuthenticatedActor } from '@hoptac/identity';
import { localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import {
  daysOverdue,
  disbursedOf,
  groupOf,
  instalmentsAhead,
  isNonPerforming,
  positionOf,
  runTo,
  scaleOn,
  type LoanPosition,
  type RunningLoan,
} from '../../domain';
import type { LoanRow } from '../../read-models/loans/loans.projection';

/** What a loan is in one word, for people: counted for the day, whatever was recorded. */
export type LoanStanding =
  | 'contracted'
  | 'disbursing'
  | 'inRepayment'
  | 'dueToday'
  | 'overdue'
  | 'suspended'
  | 'recalled'
  | 'offBalance'
  | 'settled'
  | 'writtenOff';

/** The loan's word on a day. */
function standingOf(loan: RunningLoan, position: LoanPosition | undefined, on: LocalDate): LoanStanding {
  if (loan.status === 'Settled') return 'settled';
  if (position === undefined) return 'contracted';
  if (position.writtenOffOn !== undefined) return 'writtenOff';
  if (position.offBalance !== undefined) return 'offBalance';
  if (position.recalledOn !== undefined) return 'recalled';
  if (position.dueNow > 0) return daysOverdue(position.oldestUnpaid, on) > 0 ? 'overdue' : 'dueToday';
  if (loan.suspended) return 'suspended';
  return disbursedOf(loan) < loan.contract.amount && !loan.facts.some(({ type }) => type === 'opening')
    ? 'disbursing'
    : 'inRepayment';
}

/** One line of a list of loans. */
export function loanLine({ id, revision, state }: LoanRow, on: LocalDate) {
  const run = runTo(state, on);
  const position = run === undefined ? undefined : positionOf(run, on);
  const next = run === undefined ? undefined : instalmentsAhead(run)[0];
  return {
    id,
    revision,
    contractNumber: state.contract.contractNumber,
    borrower: state.contract.borrower.name,
    amount: state.contract.amount,
    standing: standingOf(state, position, on),
    outstanding: position?.outstanding ?? 0,
    dueNow: position?.dueNow ?? 0,
    daysOverdue: daysOverdue(position?.oldestUnpaid, on),
    ...(position === undefined ? {} : { group: groupOf(position) }),
    ...(next === undefined ? {} : { next: { dueOn: next.dueOn, total: next.total } }),
  };
}

/** Steps that may be prepared now, by the loan alone; who may is the permission table's matter. */
function stepsOpen(loan: RunningLoan, position: LoanPosition | undefined): readonly string[] {
  if (loan.status === 'Settled') return loan.securityReleased ? [] : ['releaseSecurity', 'reversal'];
  if (loan.status !== 'Running') return [];
  const steps: string[] = [];
  const paidOut = disbursedOf(loan) >= loan.contract.amount || loan.facts.some(({ type }) => type === 'opening');
  const stopped = loan.suspended || position?.recalledOn !== undefined || position?.offBalance !== undefined;
  if (!paidOut && !stopped) steps.push('disbursement');
  if (position === undefined) return steps;
  steps.push('receipt', 'reversal', 'inspection', 'borrowerReview', 'waiver');
  if (position.credit > 0) steps.push('refund');
  if (position.offBalance !== undefined) return [...steps, 'writeOff'];
  if (position.outstanding > 0) steps.push('restructuring', 'recall');
  if ((loan.grouped?.group ?? 1) >= 3) steps.push('provisionUse');
  return steps;
}

const ACTION_OF: Readonly<Record<string, string>> = {
  receipt: 'fundTreasurer',
  inspection: 'fundOfficer',
  borrowerReview: 'fundOfficer',
  releaseSecurity: 'fundOfficer',
};

/** Everything that a page shows of one loan, at the end of a day, as known at an instant. */
export function loanView(
  { id, revision, state }: LoanRow,
  on: LocalDate,
  knownAt: Instant | undefined,
  actor: AuthenticatedActor,
) {
  const run = runTo(state, on, knownAt);
  const position = run === undefined ? undefined : positionOf(run, on);
  const reversed = new Map(state.reversals.map((one) => [one.receiptId, one.knownAt]));
  const known = (at: Instant): boolean => knownAt === undefined || Date.parse(at) <= Date.parse(knownAt);
  const scale = scaleOn(on);
  const roles = new Set(actor.assignments.map(({ role }) => role as string));
  const mayPrepare = roles.has('fundOfficer') || roles.has('fundTreasurer');
  return {
    id,
    revision,
    on,
    status: state.status,
    standing: standingOf(state, position, on),
    contract: state.contract,
    policy: state.policy,
    openedOn: localDateOf(state.openedAt),
    ...(position === undefined ? {} : { position }),
    ...(position === undefined
      ? {}
      : {
          group: {
            group: groupOf(position),
            daysOverdue: daysOverdue(position.oldestUnpaid, on),
            nonPerforming: isNonPerforming(groupOf(position)),
            ...scale.groups,
          },
        }),
    ...(state.grouped === undefined ? {} : { recordedGroup: state.grouped }),
    provision: { ...state.provision, ...scale.provisions },
    schedule: run === undefined ? [] : instalmentsAhead(run),
    instalments: (run?.dues ?? []).map((due) => ({
      dueOn: due.dueOn,
      principal: Number(due.principal),
      interest: Number(due.interest),
      principalLeft: Number(due.principalLeft),
      interestLeft: Number(due.interestLeft),
      ...(due.settledOn === undefined ? {} : { settledOn: due.settledOn }),
    })),
    facts: state.facts
      .filter(({ knownAt: at }) => known(at))
      .map((fact) => ({
        ...fact,
        ...(fact.type === 'received' && reversed.has(fact.receiptId) && known(reversed.get(fact.receiptId)!)
          ? { reversedAt: reversed.get(fact.receiptId)! }
          : {}),
      })),
    steps: state.steps,
    ...(state.inspection === undefined ? {} : { inspection: state.inspection }),
    allowedActions: [
      ...stepsOpen(state, position).filter((step) =>
        ACTION_OF[step] === undefined ? mayPrepare : roles.has(ACTION_OF[step]),
      ),
      ...state.steps
        .filter(({ by, approvedBy }) => by !== actor.personId && !approvedBy.includes(actor.personId))
        .filter(() => roles.has('fundDirector') || roles.has('fundCouncil'))
        .map(({ stepId }) => `release:${stepId}`),
    ],
  };
}
