import { addDays, isDomainError, localDateOf } from '@hoptac/kernel';
import fc from 'fast-check';
import { LoanCase } from '../../testing/loans/loan-case';
import { booksOn } from './loan-books';
import { EXTRA_CHOICES } from './loan-facts';
import type { LoanBookedEvent, LoanStep } from './loan.events';
import type { RunningLoan } from './loan.state';

const AMOUNT = 600_000_000;

const act = fc.record({
  kind: fc.integer({ min: 0, max: 9 }),
  daysLater: fc.integer({ min: 0, max: 70 }),
  back: fc.integer({ min: 0, max: 90 }),
  amount: fc.integer({ min: 1, max: 120_000_000 }),
  extra: fc.constantFrom(...EXTRA_CHOICES),
  pick: fc.nat(),
});

/** Orders what an act asks; what the rules refuse leaves no trace. */
function take(
  loan: LoanCase,
  one: typeof act extends fc.Arbitrary<infer T> ? T : never,
  today: `${number}-${number}-${number}`,
  order: number,
): void {
  const state = loan.state as RunningLoan;
  const effectiveOn = one.kind === 7 ? today : addDays(today, -one.back);
  const receipts = state.facts.filter((fact) => fact.type === 'received');
  const steps: Record<number, LoanStep> = {
    5: {
      kind: 'reversal',
      receiptId: receipts[one.pick % Math.max(1, receipts.length)]?.receiptId ?? '-',
      ground: 'Sai',
    },
    6: { kind: 'waiver', amount: one.amount % 3_000_000, cannotPay: one.pick % 3 === 0, ground: 'Khó khăn' },
    7: { kind: 'refund', amount: one.amount, ground: 'Trả thừa' },
    8: one.pick % 2 === 0 ? { kind: 'recall', ground: 'Sai mục đích' } : { kind: 'provisionUse', ground: 'Hội đồng' },
  };
  const step = steps[one.kind];
  if (step !== undefined) {
    const stepId = `s-${String(order)}`;
    loan.does({ type: 'ProposeLoanStep', data: { stepId, step, effectiveOn } }, today);
    loan.does({ type: 'ApproveLoanStep', data: { stepId } }, today, 'director');
  } else if (one.kind === 9) loan.does({ type: 'TendLoan', data: {} }, today);
  else {
    const line = `line-${String(order)}`;
    loan.does(
      {
        type: 'RecordLoanReceipt',
        data: { receiptId: line, bankLine: line, amount: one.amount, effectiveOn, extra: one.extra },
      },
      today,
    );
  }
}

it('loan, ledger and cash agree after every fact, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const loan = new LoanCase().opened().disbursed(400_000_000, '2026-01-15').disbursed(200_000_000, '2026-02-01');
      let today: `${number}-${number}-${number}` = '2026-02-02';
      acts.forEach((one, order) => {
        today = addDays(today, one.daysLater);
        try {
          take(loan, one, today, order);
        } catch (error) {
          if (!isDomainError(error)) throw error;
        }
      });
      const state = loan.state as RunningLoan;
      const booked = loan.events.filter((event): event is LoanBookedEvent => 'lines' in event.data);
      for (const { data } of booked) expect(data.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
      // The ledger says what the position says on the day of the last booking.
      const books = booksOn(state, state.provision, localDateOf(booked.at(-1)!.data.at));
      for (const [account, amount] of Object.entries(books))
        expect([account, state.booked[account as 'cash'] ?? 0]).toEqual([account, amount]);
      // Cash is counted a second time, from the facts alone.
      const wrong = new Set(state.reversals.map(({ receiptId }) => receiptId));
      const cash = state.facts.reduce((sum, fact) => {
        if (fact.type === 'received') return wrong.has(fact.receiptId) ? sum : sum + fact.amount;
        return fact.type === 'refunded' || fact.type === 'disbursed' ? sum - fact.amount : sum;
      }, 0);
      expect(state.booked.cash).toBe(cash);
      expect(state.facts.filter(({ type }) => type === 'disbursed').length).toBe(2);
      expect((state.booked.loanPrincipal ?? 0) <= AMOUNT).toBe(true);
    }),
    { numRuns: 150 },
  );
});
