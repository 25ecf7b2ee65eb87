import { AggregateStore, EVENT_STORE, type EventStore } from '@hoptac/event-store';
import { localDateOf, type Instant, type LocalDate } from '@hoptac/kernel';
import { loadConfig, newId } from '@hoptac/platform';
import { loanDefinition, type LoanCommand, type LoanEvent, type LoanState } from '@hoptac/support-fund/domain';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHere, soon } from './spec-support/engine';
import { WorkerModule } from './worker.module';

jest.setTimeout(120_000);
// A built worker bundles its own build; here the sources are the truth.
jest.mock('./bundle', () => ({ builtBundle: () => bundleHere() }));

const WITHIN_MS = 40_000;
/** A contract over 600 million in twelve instalments, the first on 15 February 2026. */
const OPENED = JSON.parse(
  readFileSync(join(__dirname, '../../libs/support-fund/domain/loans/__samples__/LoanOpened.v1.json'), 'utf8'),
) as (LoanEvent & { type: 'LoanOpened' })['data'];

let app: NestFastifyApplication;
let eventStore: EventStore;
let loans: AggregateStore<LoanState, LoanCommand, LoanEvent>;

beforeAll(async () => {
  const config = loadConfig({ ...process.env, HOPTAC_EMBEDDED: '1', HOPTAC_REHEARSAL: '1', HOPTAC_LOG_LEVEL: 'warn' });
  app = await NestFactory.create<NestFastifyApplication>(WorkerModule.forRoot(config), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  eventStore = app.get<EventStore>(EVENT_STORE);
  loans = new AggregateStore(eventStore, loanDefinition);
});
afterAll(() => app.close());

type Body = LoanCommand extends infer C ? (C extends LoanCommand ? Pick<C, 'type' | 'data'> : never) : never;
async function act(id: string, day: LocalDate, personId: string, body: Body): Promise<void> {
  const now = `${day}T02:00:00.000Z` as Instant;
  const metadata = { now, actor: { personId, role: 'fundTreasurer' }, commandId: newId() };
  await loans.execute(id, { ...body, metadata }, { correlationId: id });
}
const facts = async (id: string): Promise<readonly LoanEvent[]> =>
  (await eventStore.readStream(`loan-${id}`)).events.map(({ event }) => event as LoanEvent);

/** Paid out on 15 January 2026, as if it had been recorded then. */
async function drawn(): Promise<string> {
  const id = newId();
  const { terms, policy, officeId } = OPENED;
  // A fund of its own, so that nobody else's figures change.
  const contract = { ...OPENED.contract, loanId: id, fundId: `fund-${id}` };
  await act(id, '2026-01-05', 'treasurer', { type: 'OpenLoan', data: { contract, terms, policy, officeId } });
  const step = { kind: 'disbursement', amount: contract.amount, purpose: 'Mua máy' } as const;
  await act(id, '2026-01-15', 'treasurer', {
    type: 'ProposeLoanStep',
    data: { stepId: `step-${id}`, step, effectiveOn: '2026-01-15' },
  });
  const creditCheck = { checkedOn: '2026-01-15', badDebt: false, source: 'CIC' } as const;
  await act(id, '2026-01-15', 'director', { type: 'ApproveLoanStep', data: { stepId: `step-${id}`, creditCheck } });
  return id;
}

it('tends a loan that nobody looked after: every month that ended is grouped, what was missed is marked', async () => {
  const id = await drawn();
  await soon(
    `the months of ${id} are grouped`,
    async () => (await facts(id)).some(({ type }) => type === 'LoanGrouped'),
    WITHIN_MS,
  );
  const found = await facts(id);
  const grouped = found.filter((event) => event.type === 'LoanGrouped');
  expect(grouped[0]?.data).toMatchObject({ asOf: '2026-01-31', group: 1, outstanding: 600_000_000 });
  expect(grouped.slice(1, 3).map(({ data }) => [data.asOf, data.group])).toEqual([
    ['2026-02-28', 2],
    ['2026-03-31', 3],
  ]);
  expect(found.filter(({ type }) => type === 'LoanDueMissed')).toHaveLength(1);
  // One look does it all: nothing is done twice.
  expect(new Set(grouped.map(({ data }) => data.asOf)).size).toBe(grouped.length);
});

it('settles a loan that is paid off, and keeps it again when the receipt is reversed', async () => {
  const id = await drawn();
  const { state } = await loans.load(id);
  if (state.status === 'None') throw new Error('The loan is open');
  const today = localDateOf(new Date().toISOString() as Instant);
  const receipt = { receiptId: `r-${id}`, bankLine: 'VCB-1', amount: 900_000_000, effectiveOn: '2026-01-20' } as const;
  await act(id, today, 'treasurer', { type: 'RecordLoanReceipt', data: { ...receipt, extra: 'term' } });
  const refund = async (): Promise<void> => {
    const { state: after } = await loans.load(id);
    const credit = after.status === 'None' ? 0 : -(after.booked.borrowerCredit ?? 0);
    const step = { kind: 'refund', amount: credit, ground: 'Trả thừa' } as const;
    await act(id, today, 'treasurer', {
      type: 'ProposeLoanStep',
      data: { stepId: `b-${id}`, step, effectiveOn: today },
    });
    await act(id, today, 'director', { type: 'ApproveLoanStep', data: { stepId: `b-${id}` } });
  };
  await refund();
  const has = (type: LoanEvent['type'], times: number) =>
    soon(
      `${type} of ${id}`,
      async () => (await facts(id)).filter((one) => one.type === type).length >= times,
      WITHIN_MS,
    );
  await has('LoanSettled', 1);
  const step = { kind: 'reversal', receiptId: `r-${id}`, ground: 'Nhầm người trả' } as const;
  await act(id, today, 'treasurer', { type: 'ProposeLoanStep', data: { stepId: `v-${id}`, step, effectiveOn: today } });
  await act(id, today, 'director', { type: 'ApproveLoanStep', data: { stepId: `v-${id}` } });
  // The workflow came to its end and runs again: what was missed is marked.
  await has('LoanDueMissed', 1);
});
