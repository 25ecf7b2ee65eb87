import { addDays, addMonths, type Instant, type LocalDate } from '@hoptac/kernel';
import { DAY_COUNTS, METHODS, type ScheduleTerms } from '@hoptac/loan-schedules';
import fc from 'fast-check';
import { EXTRA_CHOICES, type LoanFact, type LoanHistory } from '../../domain/loans/loan-facts';
import { freezePlan, LOAN_PARTS, type LoanTerms } from '../../domain/loans/loan-terms';

/** Any agreed loan of the fund's kind, paid out at once; the methods whose plan does not name each day. */
export const anyTerms: fc.Arbitrary<ScheduleTerms> = fc
  .record({
    start: fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2021-01-01', days)),
    principal: fc.integer({ min: 1_000_000, max: 7_500_000_000 }),
    basisPoints: fc.integer({ min: 0, max: 1_200 }),
    later: fc.option(fc.integer({ min: 0, max: 1_200 })),
    count: fc.integer({ min: 1, max: 36 }),
    everyMonths: fc.constantFrom(1, 3),
    oddMonths: fc.integer({ min: 1, max: 3 }),
    method: fc.constantFrom(...METHODS.filter((method) => method !== 'agreed')),
    dayCount: fc.constantFrom(...DAY_COUNTS),
    unit: fc.constantFrom(1 as const, 100 as const, 1000 as const),
    remainder: fc.constantFrom('first' as const, 'last' as const),
    interest: fc.constantFrom('each' as const, 'carried' as const),
    grace: fc.integer({ min: 0, max: 6 }),
    graceOn: fc.constantFrom('principal' as const, 'both' as const),
    deferredInterest: fc.constantFrom('firstAfter' as const, 'spread' as const),
    rule: fc.constantFrom('keep' as const, 'next' as const, 'previous' as const),
    interestTo: fc.constantFrom('agreedDay' as const, 'movedDay' as const),
  })
  .map(({ start, principal, count, ...more }) => {
    const firstOn = addMonths(start, more.oddMonths);
    return {
      principal,
      disbursements: [{ on: start, amount: principal }],
      rates: [
        { from: start, basisPoints: more.basisPoints },
        ...(more.later === null ? [] : [{ from: addMonths(firstOn, 1), basisPoints: more.later }]),
      ],
      due: { periods: { firstOn, count, everyMonths: more.everyMonths } },
      method: more.method,
      dayCount: more.dayCount,
      rounding: {
        unit: more.unit,
        // An annuity's first instalment carries the rest only in a plan made at once; a loan lays the rest where it ends.
        remainder: more.method === 'annuity' ? 'last' : more.remainder,
        interest: more.interest,
      },
      grace: { periods: Math.min(more.grace, count - 1), on: more.graceOn, deferredInterest: more.deferredInterest },
      workingDays: { rule: more.rule, interestTo: more.interestTo },
    };
  });

/** Saturday and Sunday are no working days. */
export const weekdaysOnly = (date: LocalDate): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export const loanTermsOf = (terms: ScheduleTerms): LoanTerms => ({
  principal: terms.principal,
  plan: freezePlan(terms, weekdaysOnly),
  rates: terms.rates,
  dayCount: terms.dayCount,
  rounding: terms.rounding,
  overdueShare: 15_000,
  allocation: LOAN_PARTS,
});

/** The instant at which the n-th fact became known; value dates do not follow it. */
export const knownAs = (order: number): Instant => new Date(Date.UTC(2030, 0, 1, 0, 0, order)).toISOString() as Instant;

interface Act {
  readonly kind: number;
  readonly after: number;
  readonly amount: number;
  readonly extra: (typeof EXTRA_CHOICES)[number];
  readonly pick: number;
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.integer({ min: 0, max: 11 }),
  after: fc.integer({ min: 0, max: 1_500 }),
  amount: fc.integer({ min: 1, max: 900_000_000 }),
  extra: fc.constantFrom(...EXTRA_CHOICES),
  pick: fc.nat(),
});

/** Any life of a loan: tranches, payments in any order of days, reversals, waivers, restructurings, recall, use of provisions. */
export const anyHistory: fc.Arbitrary<LoanHistory> = fc
  .tuple(anyTerms, fc.array(anyAct, { maxLength: 25 }), fc.integer({ min: 1, max: 3 }))
  .map(([terms, acts, tranches]) => {
    const start = terms.disbursements[0]!.on;
    const facts: LoanFact[] = [];
    const reversals: { receiptId: string; knownAt: Instant }[] = [];
    const part = Math.floor(terms.principal / tranches);
    for (let tranche = 0; tranche < tranches; tranche += 1) {
      const amount = tranche === tranches - 1 ? terms.principal - part * (tranches - 1) : part;
      facts.push({ type: 'disbursed', amount, effectiveOn: addDays(start, tranche * 10), knownAt: knownAs(tranche) });
    }
    acts.forEach((act, index) => addAct(facts, reversals, terms, act, tranches + index));
    return { terms: loanTermsOf(terms), facts, reversals };
  });

function addAct(
  facts: LoanFact[],
  reversals: { receiptId: string; knownAt: Instant }[],
  terms: ScheduleTerms,
  { kind, after, amount, extra, pick }: Act,
  order: number,
): void {
  const both = { effectiveOn: addDays(terms.disbursements[0]!.on, after + 25), knownAt: knownAs(order) };
  if (kind <= 5) facts.push({ type: 'received', receiptId: `r-${String(order)}`, amount, extra, ...both });
  else if (kind <= 7) {
    const receipts = facts.filter((fact) => fact.type === 'received');
    const wrong = receipts[pick % Math.max(receipts.length, 1)];
    if (wrong !== undefined) reversals.push({ receiptId: wrong.receiptId, knownAt: both.knownAt });
  } else if (kind === 8) facts.push({ type: 'waived', amount: amount % 2_000_000, cannotPay: pick % 2 === 0, ...both });
  else if (kind === 9) {
    const firstOn = addMonths(addDays(both.effectiveOn, 1), 1);
    const due = { periods: { firstOn, count: 1 + (pick % 12), everyMonths: 1 } };
    const plan = freezePlan(
      { ...terms, disbursements: [{ on: both.effectiveOn, amount: 1 }], due, grace: { periods: 0, on: 'principal' } },
      weekdaysOnly,
    );
    facts.push({ type: 'restructured', plan, ...both });
  } else if (kind === 10) facts.push({ type: 'recalled', ...both });
  else facts.push({ type: 'provisionUsed', ...both });
}
