import { AggregateStore } from '@hoptac/event-store';
import { loadCalendar } from '@hoptac/calendar';
import { addDays, addMonths, isDomainError, type Command, type Instant, type LocalDate } from '@hoptac/kernel';
import {
  bankLineDefinition,
  booksOn,
  exposureDefinition,
  freezePlan,
  fundLedgerDefinition,
  HOUSE_LOAN_POLICY,
  instalmentsAhead,
  loanDefinition,
  partyOf,
  portfolioOn,
  positionOn,
  runTo,
  timelineOf,
  withLines,
  type Balances,
  type ExposureCommand,
  type FundLedgerCommand,
  type LedgerLine,
  type LoanCommand,
  type LoanContract,
  type LoanStep,
  type RunningLoan,
} from '@hoptac/support-fund/domain';
import { MemoryEventStore } from '@hoptac/testing';
import { behaviourOf, contractOf, seeded } from './behaviour';
import { cashOf, million, progress } from './report';

const MONTHS = 60;
const LOANS = 200;
const CAPITAL = 50_000_000_000;
const BEGIN: LocalDate = '2021-01-01';
/** New contracts are signed in the first months alone, so that most loans come to their end. */
const MONTHS_OF_LENDING = 40;

const events = new MemoryEventStore({
  catalogues: [loanDefinition, exposureDefinition, bankLineDefinition, fundLedgerDefinition],
});
const loans = new AggregateStore(events, loanDefinition);
const exposures = new AggregateStore(events, exposureDefinition);
const lines = new AggregateStore(events, bankLineDefinition);
const ledger = new AggregateStore(events, fundLedgerDefinition);

type Ordered<C extends Command> = C extends infer One ? (One extends C ? Pick<One, 'type' | 'data'> : never) : never;
let commands = 0;
let refusals = 0;

const metadataOf = (day: LocalDate, personId: string) => {
  commands += 1;
  const at = Date.parse(`${day}T02:00:00.000Z`) + (commands % 3_600_000);
  return {
    now: new Date(at).toISOString() as Instant,
    actor: { personId, role: 'fundTreasurer' },
    commandId: `rehearsal-${String(commands)}`,
  };
};

const order = (id: string, command: Ordered<LoanCommand>, day: LocalDate, who = 'treasurer') =>
  loans.execute(id, { ...command, metadata: metadataOf(day, who) }, { correlationId: id });
const expose = (command: Ordered<ExposureCommand>, day: LocalDate) =>
  exposures.execute(
    'fund',
    { ...command, metadata: metadataOf(day, 'director') },
    {
      correlationId: 'fund',
    },
  );
const book = (command: Ordered<FundLedgerCommand>, day: LocalDate, who: string) =>
  ledger.execute(
    'fund',
    { ...command, metadata: metadataOf(day, who) },
    {
      correlationId: 'fund',
    },
  );

async function entry(entryId: string, text: string, on: LocalDate, booked: readonly LedgerLine[]): Promise<void> {
  await book(
    { type: 'PrepareLedgerEntry', data: { fundId: 'fund', entryId, valueOn: on, lines: booked, text } },
    on,
    'accountant',
  );
  await book({ type: 'PostLedgerEntry', data: { fundId: 'fund', entryId } }, on, 'director');
}

/** Prepared by one person, released by as many others as the amount asks. */
async function step(id: string, what: LoanStep, on: LocalDate): Promise<void> {
  const stepId = `${id}-${String(commands)}`;
  await order(id, { type: 'ProposeLoanStep', data: { stepId, step: what, effectiveOn: on } }, on);
  const creditCheck = { checkedOn: on, badDebt: false, source: 'CIC' } as const;
  for (const who of ['director', 'chair']) {
    const { state } = await loans.load(id);
    if (state.status === 'None' || !state.steps.some((one) => one.stepId === stepId)) return;
    await order(id, { type: 'ApproveLoanStep', data: { stepId, creditCheck } }, on, who);
  }
}

const calendar = loadCalendar();
/** Undefined where the calendar does not reach: the day stays as agreed. */
const isWorkingDay = (day: LocalDate): boolean | undefined =>
  day.slice(0, 4) > '2027' ? undefined : calendar.isWorkingDay(day);

async function sign(contract: LoanContract): Promise<void> {
  const { loanId, amount, rates, schedule, tranches, signedOn, applicationId, borrower } = contract;
  const basis = { actualCharterCapital: CAPITAL, singleBorrowerShare: 1_500, relatedShare: 2_500, on: signedOn };
  const request = { fundId: 'fund', applicationId, borrower: partyOf(borrower), related: [], amount, basis };
  await expose({ type: 'ReserveExposure', data: { request, repaid: {} } }, signedOn);
  const agreed = {
    principal: amount,
    disbursements: tranches.map((one) => ({ on: one.on, amount: one.amount })),
    rates,
  };
  const terms = {
    ...{ principal: amount, rates, overdueShare: contract.overdueRateFactor, allocation: contract.allocationOrder },
    ...{ dayCount: schedule.dayCount, rounding: schedule.rounding },
    plan: freezePlan({ ...agreed, ...schedule }, isWorkingDay),
  };
  const data = { contract, terms, policy: HOUSE_LOAN_POLICY, officeId: 'office' };
  await order(loanId, { type: 'OpenLoan', data }, signedOn);
}

async function payOut({ loanId, applicationId }: LoanContract, amount: number, on: LocalDate): Promise<void> {
  const trancheId = `${loanId}-${on}`;
  await expose({ type: 'DrawExposure', data: { fundId: 'fund', applicationId, trancheId, amount, repaid: {} } }, on);
  await step(loanId, { kind: 'disbursement', amount, purpose: 'Sản xuất' }, on);
}

/** One line of the bank, sent twice: it counts once. */
async function payIn(
  id: string,
  amount: number,
  on: LocalDate,
  knownOn: LocalDate,
  extra: 'hold' | 'term',
): Promise<void> {
  const reference = `${id}-${on}-${String(commands)}`;
  for (let time = 0; time < 2; time += 1) {
    const line = { fundId: 'fund', reference, on, amount, text: id, loanId: id };
    await lines.execute(
      reference,
      { type: 'AssignBankLine', data: line, metadata: metadataOf(knownOn, 'treasurer') },
      { correlationId: id },
    );
    await order(
      id,
      {
        type: 'RecordLoanReceipt',
        data: { receiptId: reference, bankLine: reference, amount, effectiveOn: on, extra },
      },
      knownOn,
    );
  }
}

const stateOf = async (id: string): Promise<RunningLoan> => {
  const { state } = await loans.load(id);
  if (state.status === 'None') throw new Error(`No loan ${id}`);
  return state;
};

/** What a borrower does in a month that began on `first`. */
async function live(n: number, contract: LoanContract, first: LocalDate): Promise<void> {
  const { loanId } = contract;
  const last = addDays(addMonths(first, 1), -1);
  for (const { on, amount } of contract.tranches) if (on >= first && on <= last) await payOut(contract, amount, on);
  const state = await stateOf(loanId);
  if (state.status !== 'Running' || state.facts.length === 0) return;
  const run = runTo(state, addDays(first, -1)) ?? runTo(state, last);
  if (run === undefined) return;
  const behaviour = behaviourOf(n);
  const age = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 2021 * 12 - 1;
  if (behaviour === 'stops' && state.facts.length > 6) return;
  if (behaviour === 'restructured' && age === 20) return restructure(state, addDays(first, 10));
  for (const due of instalmentsAhead(run).filter(({ dueOn }) => dueOn >= first && dueOn <= last)) {
    if (behaviour === 'early' && age % 9 === 0)
      await payIn(loanId, due.total + 15_000_000, due.dueOn, due.dueOn, 'term');
    else if (behaviour === 'late')
      await payIn(loanId, due.total, addDays(due.dueOn, 12), addDays(due.dueOn, 15), 'hold');
    else await payIn(loanId, due.total, due.dueOn, due.dueOn, 'hold');
  }
}

async function restructure(state: RunningLoan, on: LocalDate): Promise<void> {
  const owed = positionOn(state, on)?.outstanding ?? 0;
  if (owed === 0) return;
  const { contract, terms } = state;
  const due = { periods: { firstOn: addMonths(on, 3), count: 12, everyMonths: 3 } };
  const plan = freezePlan(
    {
      ...contract.schedule,
      principal: owed,
      disbursements: [{ on, amount: owed }],
      rates: terms.rates,
      due,
      method: 'equalPrincipal',
    },
    isWorkingDay,
  );
  await step(contract.loanId, { kind: 'restructuring', measure: 'extend', plan, ground: 'Mất mùa' }, on);
}

async function yearEnd(contracts: readonly LoanContract[], day: LocalDate): Promise<void> {
  const states = await Promise.all(contracts.map(({ loanId }) => stateOf(loanId)));
  const {
    groups,
    outstanding,
    nonPerformingShare,
    provisions,
    loans: count,
  } = portfolioOn(states.map(timelineOf), day);
  process.stdout.write(
    `\n${day}  ${String(count).padStart(4)} khoản vay/loans  dư nợ/outstanding ${million(outstanding)} tr  nhóm/groups ${groups.map((one) => million(one.outstanding).trim()).join(' | ')}  nợ xấu/NPL ${(nonPerformingShare / 100).toFixed(2)} %  dự phòng/provisions ${million(provisions)} tr\n`,
  );
}

/** Ledger, loans and cash are counted three ways; whatever differs is an error. */
async function prove(contracts: readonly LoanContract[]): Promise<void> {
  let booked: Balances = {};
  let counted = 0;
  let cash = CAPITAL;
  for await (const { event } of events.readAll({ streamPrefixes: ['loan-', 'fundLedger-'] })) {
    const { lines: ofFact } = event.data as { lines?: readonly LedgerLine[] };
    if (event.type === 'LedgerEntryPrepared' || ofFact === undefined) continue;
    if (ofFact.reduce((sum, { amount }) => sum + amount, 0) !== 0) throw new Error(`${event.type} is out of balance`);
    booked = withLines(booked, ofFact);
    counted += 1;
    cash += cashOf(event);
  }
  let principal = 0;
  let receivable = 0;
  for (const { loanId } of contracts) {
    const state = await stateOf(loanId);
    if (state.bookedOn === undefined) continue;
    const books = booksOn(state, state.provision, state.bookedOn);
    principal += books.loanPrincipal ?? 0;
    receivable += books.interestReceivable ?? 0;
  }
  const proofs: readonly (readonly [string, number, number])[] = [
    ['gốc cho vay / principal of loans', booked.loanPrincipal ?? 0, principal],
    ['lãi phải thu / interest receivable', booked.interestReceivable ?? 0, receivable],
    ['tiền / cash', booked.cash ?? 0, cash],
    ['tổng nợ trừ tổng có / debit less credit', Object.values(booked).reduce((sum, amount) => sum + amount, 0), 0],
  ];
  process.stdout.write(
    `\n${String(counted)} bút toán/bookings, ${String(commands)} lệnh/commands, ${String(refusals)} bị từ chối/refused\n`,
  );
  for (const [name, ofLedger, ofLoans] of proofs) {
    process.stdout.write(`${name}: ${ofLedger.toLocaleString('vi-VN')} = ${ofLoans.toLocaleString('vi-VN')}\n`);
    if (ofLedger !== ofLoans) throw new Error(`${name}: ledger and loans differ`);
  }
}

/** Sixty months of a fund of fifty billion with two hundred loans: the real rules, the real streams, the ledger that they book. */
async function rehearse(): Promise<void> {
  const next = seeded(20_210_101);
  await entry('capital', 'Vốn điều lệ', BEGIN, [
    { account: 'cash', amount: CAPITAL },
    { account: 'charterCapital', amount: -CAPITAL },
  ]);
  const contracts: LoanContract[] = [];
  const started = performance.now();
  for (let month = 0; month < MONTHS; month += 1) {
    const first = addMonths(BEGIN, month);
    const wanted = Math.min(LOANS, Math.ceil(((month + 1) * LOANS) / MONTHS_OF_LENDING));
    while (contracts.length < wanted) {
      const contract = contractOf(contracts.length, addDays(first, next(4)), next);
      await sign(contract);
      contracts.push(contract);
    }
    for (const [n, contract] of contracts.entries()) {
      try {
        await order(contract.loanId, { type: 'TendLoan', data: {} }, addDays(first, 1));
        await live(n, contract, first);
      } catch (error) {
        if (!isDomainError(error)) throw error;
        refusals += 1;
      }
    }
    if (month > 0)
      await book(
        { type: 'CloseLedgerMonth', data: { fundId: 'fund', month: addDays(first, -1) } },
        addDays(first, 2),
        'director',
      );
    progress(month + 1, MONTHS);
    if (month % 12 === 11) await yearEnd(contracts, addDays(addMonths(first, 1), -1));
  }
  await prove(contracts);
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1)} s\n`);
}

rehearse().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
