import { addDays, addMonths, fold, type CommandMetadata, type Instant, type LocalDate } from '@hoptac/kernel';
import {
  freezePlan,
  HOUSE_LOAN_POLICY,
  loanDecider,
  portfolioOn,
  timelineOf,
  type LoanEvent,
  type RunningLoan,
} from '@hoptac/support-fund/domain';
import type { Bench, Figure } from '../bench.types';

const LOANS = 10_000;
const INSTALMENTS = 60;
const PORTFOLIO_MS = 300;
const GROUPING_MS = 10_000;
const MONTHS_PAID = 30;

/** The n-th loan after thirty months: most were paid on their days, every tenth stopped paying somewhere. */
function loanOf(n: number): RunningLoan {
  const on = addDays('2022-01-05', n % 300);
  const firstOn = addMonths(on, 1);
  const principal = 50_000_000 + n * 1_000;
  const schedule = {
    due: { periods: { firstOn, count: INSTALMENTS, everyMonths: 1 } },
    method: 'equalPrincipal' as const,
    dayCount: 'actual/365' as const,
    rounding: { unit: 1 as const, remainder: 'last' as const, interest: 'each' as const },
  };
  const rates = [{ from: on, basisPoints: 480 + (n % 200) }];
  const loanId = `loan-${String(n)}`;
  const at = (day: LocalDate): Instant => `${day}T02:00:00.000Z` as Instant;
  const plan = freezePlan({ principal, disbursements: [{ on, amount: principal }], rates, ...schedule }, () => true);
  const events: LoanEvent[] = [
    {
      type: 'LoanOpened',
      data: {
        contract: {
          ...{ loanId, fundId: 'bench', applicationId: loanId, contractNumber: loanId, related: [], purpose: 'Máy' },
          borrower: { kind: 'cooperative', organisationId: `o-${String(n % 4_000)}`, name: `HTX ${String(n % 4_000)}` },
          ...{ amount: principal, rates, overdueRateFactor: 15_000, schedule, securities: [] },
          tranches: [{ on, amount: principal, purpose: 'Máy' }],
          allocationOrder: ['overdueInterest', 'interest', 'principal'],
          ...{ policyVersion: 'bench', decidedBy: 'director', signedOn: on },
        },
        terms: {
          ...{ principal, plan, rates, dayCount: 'actual/365', rounding: schedule.rounding, overdueShare: 15_000 },
          allocation: ['overdueInterest', 'interest', 'principal'],
        },
        policy: HOUSE_LOAN_POLICY,
        officeId: 'office-91',
        at: at(on),
      },
    },
  ];
  const booked = { fundId: 'bench', lines: [] };
  events.push({
    type: 'LoanDisbursed',
    data: {
      ...booked,
      effectiveOn: on,
      at: at(on),
      stepId: 's',
      preparedBy: 'a',
      releasedBy: ['b'],
      amount: principal,
      purpose: 'Máy',
    },
  });
  const paid = n % 10 === 0 ? n % MONTHS_PAID : MONTHS_PAID;
  for (let month = 0; month < paid; month += 1) {
    const day = addMonths(firstOn, month);
    const receipt = { receiptId: String(month), bankLine: String(month), extra: 'hold' as const, by: 'a' };
    const amount = Math.ceil(principal / INSTALMENTS) + Math.ceil((principal * 0.07) / 12);
    events.push({
      type: 'LoanReceiptRecorded',
      data: { ...booked, ...receipt, effectiveOn: day, at: at(day), amount },
    });
  }
  return fold(loanDecider, events) as RunningLoan;
}

const timed = <T>(work: () => T): readonly [T, number] => {
  const started = performance.now();
  return [work(), performance.now() - started];
};

async function run(): Promise<readonly Figure[]> {
  const loans = Array.from({ length: LOANS }, (_, n) => loanOf(n));
  const [timelines, laid] = timed(() => loans.map(timelineOf));
  const days = Array.from({ length: 20 }, (_, n) => addMonths('2022-03-31', n * 3));
  const times = days.map((day) => timed(() => portfolioOn(timelines, day))[1]);
  const slowest = Math.round(Math.max(...times));
  // One month ended: each loan is grouped for it, with provisions and lines.
  const metadata: CommandMetadata = {
    now: '2024-08-02T02:00:00.000Z',
    actor: { personId: 'system:loan-keeping', role: 'system' },
    commandId: 'bench',
  };
  const upToJune = loans.map((loan): RunningLoan => ({ ...loan, grouped: { asOf: '2024-06-30', group: 1 } }));
  const [grouped, grouping] = timed(() =>
    upToJune.reduce((count, loan) => {
      const events = loanDecider.decide({ type: 'TendLoan', data: {}, metadata }, loan);
      return count + events.filter(({ type }) => type === 'LoanGrouped').length;
    }, 0),
  );
  return [
    {
      name: `portfolio of ${String(LOANS)} loans with ${String(INSTALMENTS)} instalments, slowest of ${String(days.length)} days`,
      value: slowest,
      unit: 'ms',
      budget: `≤ ${String(PORTFOLIO_MS)}`,
      met: slowest <= PORTFOLIO_MS,
      against: `laying all loans out once after a start ${String(Math.round(laid))} ms`,
    },
    {
      name: `monthly grouping of ${String(grouped)} loans, decided and booked`,
      value: Math.round(grouping),
      unit: 'ms',
      budget: `≤ ${String(GROUPING_MS)}`,
      met: grouping <= GROUPING_MS && grouped === LOANS,
      against: '',
    },
  ];
}

export const benches: readonly Bench[] = [{ name: 'loans', alone: true, run }];
