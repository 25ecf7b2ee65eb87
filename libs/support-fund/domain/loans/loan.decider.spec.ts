import type { DomainError } from '@hoptac/kernel';
import { dueDay, LoanCase, loanContract } from '../../testing/loans/loan-case';
import { groupOf } from './debt-group';
import { positionOn } from './loan-position';
import { scheduleVersions } from './loan-schedule-versions';
import type { LoanEvent, LoanStep } from './loan.events';
import type { RunningLoan } from './loan.state';

const AMOUNT = 600_000_000;
const running = (loan: LoanCase): RunningLoan => loan.state as RunningLoan;
const code = (act: () => unknown): string => {
  try {
    act();
    return 'nothing was refused';
  } catch (error) {
    return (error as DomainError).code;
  }
};
const drawn = (): LoanCase => new LoanCase().opened().disbursed(AMOUNT, '2026-01-15');
const step = (loan: LoanCase, what: LoanStep, on: `${number}-${number}-${number}`): readonly LoanEvent[] => {
  loan.does({ type: 'ProposeLoanStep', data: { stepId: `s-${on}`, step: what, effectiveOn: on } }, on);
  return loan.does({ type: 'ApproveLoanStep', data: { stepId: `s-${on}` } }, on, 'director');
};

describe('disbursement', () => {
  it('is prepared by one person and released by another', () => {
    const loan = new LoanCase().opened();
    const paid: LoanStep = { kind: 'disbursement', amount: AMOUNT, purpose: 'Mua máy' };
    loan.does({ type: 'ProposeLoanStep', data: { stepId: 's', step: paid, effectiveOn: '2026-01-15' } }, '2026-01-15');
    const creditCheck = { checkedOn: '2026-01-15', badDebt: false, source: 'CIC' } as const;
    const release = (who: string) => () =>
      loan.does({ type: 'ApproveLoanStep', data: { stepId: 's', creditCheck } }, '2026-01-15', who);
    expect(code(release('treasurer'))).toBe('SUPPORT_FUND.FOUR_EYES');
    expect(release('director')().map(({ type }) => type)).toEqual(['LoanDisbursed']);
    expect(code(release('director'))).toBe('SUPPORT_FUND.STEP_NOT_FOUND');
  });

  it('before the day of the first rate earns that rate from its own day', () => {
    const later = [{ from: '2026-02-15', basisPoints: 600 }] as const;
    const interestOf = (rates: typeof later | undefined) => {
      const loan = new LoanCase()
        .opened(loanContract('early', rates === undefined ? {} : { rates }))
        .disbursed(AMOUNT, '2026-01-15');
      return positionOn(running(loan), '2026-02-15')?.interestDue;
    };
    expect(interestOf(later)).toBe(Math.round((AMOUNT * 0.06 * 31) / 365));
    expect(interestOf(later)).toBe(interestOf(undefined));
  });

  it('above the level of the fund’s rules needs two releases by two persons', () => {
    const loan = new LoanCase().opened(loanContract('big', { amount: 2_000_000_000 }));
    const paid: LoanStep = { kind: 'disbursement', amount: 1_000_000_001, purpose: 'Mua máy' };
    loan.does({ type: 'ProposeLoanStep', data: { stepId: 's', step: paid, effectiveOn: '2026-01-15' } }, '2026-01-15');
    const creditCheck = { checkedOn: '2026-01-15', badDebt: false, source: 'CIC' } as const;
    const release = (who: string) =>
      loan.does({ type: 'ApproveLoanStep', data: { stepId: 's', creditCheck } }, '2026-01-15', who);
    expect(release('director').map(({ type }) => type)).toEqual(['LoanStepApproved']);
    expect(code(() => release('director'))).toBe('SUPPORT_FUND.FOUR_EYES');
    expect(release('council').map(({ type }) => type)).toEqual(['LoanDisbursed']);
  });

  it.each([
    [undefined, 'SUPPORT_FUND.CREDIT_RECORD_MISSING'],
    [{ checkedOn: '2026-01-15', badDebt: true, source: 'CIC' } as const, 'SUPPORT_FUND.BORROWER_HAS_BAD_DEBT'],
    [{ checkedOn: '2026-01-04', badDebt: false, source: 'CIC' } as const, 'SUPPORT_FUND.CREDIT_RECORD_STALE'],
  ])('is refused the first time with the credit record %j', (creditCheck, refusal) => {
    const loan = new LoanCase().opened();
    const paid: LoanStep = { kind: 'disbursement', amount: AMOUNT, purpose: 'Mua máy' };
    loan.does({ type: 'ProposeLoanStep', data: { stepId: 's', step: paid, effectiveOn: '2026-01-15' } }, '2026-01-15');
    const data = { stepId: 's', ...(creditCheck === undefined ? {} : { creditCheck }) };
    expect(code(() => loan.does({ type: 'ApproveLoanStep', data }, '2026-01-15', 'director'))).toBe(refusal);
  });

  it('never exceeds the contract, and stops after misuse until the use is mended', () => {
    const loan = new LoanCase().opened().disbursed(400_000_000, '2026-01-15');
    expect(code(() => loan.disbursed(200_000_001, '2026-02-01'))).toBe('SUPPORT_FUND.DISBURSED_BEYOND_CONTRACT');
    const inspect = (outcome: 'misuse' | 'asAgreed') =>
      loan.does(
        { type: 'RecordUseInspection', data: { outcome, inspectedOn: '2026-02-01', finding: 'Biên bản 01' } },
        '2026-02-01',
      );
    inspect('misuse');
    expect(code(() => loan.disbursed(200_000_000, '2026-02-02'))).toBe('SUPPORT_FUND.LOAN_SUSPENDED');
    inspect('asAgreed');
    loan.disbursed(200_000_000, '2026-02-03');
    expect(positionOn(running(loan), '2026-02-03')?.outstanding).toBe(AMOUNT);
  });
});

describe('receipts', () => {
  it('one line of the bank counts once, however often it is sent', () => {
    const loan = drawn()
      .received(53_057_534, dueDay(1), dueDay(1), 'VCB-1')
      .received(53_057_534, dueDay(1), dueDay(1), 'VCB-1');
    expect(positionOn(running(loan), dueDay(1))).toMatchObject({ outstanding: 550_000_000, dueNow: 0, credit: 0 });
  });

  it('a payment dated back leaves what was known before, and corrects what was booked meanwhile', () => {
    const loan = drawn();
    loan.does({ type: 'TendLoan', data: {} }, '2026-04-01');
    const before = running(loan);
    expect(groupOf(positionOn(before, '2026-03-31')!)).toBe(3);
    loan.received(120_000_000, '2026-02-15', '2026-04-02');
    const after = running(loan);
    expect(groupOf(positionOn(after, '2026-03-31')!)).toBe(2);
    expect(groupOf(positionOn(after, '2026-03-31', before.facts.at(-1)!.knownAt)!)).toBe(3);
    expect(after.booked.interestReceivable).toBeGreaterThan(0);
    expect(before.booked.interestReceivable ?? 0).toBe(0);
  });

  it('a wrong receipt of a settled loan is reversed, and the loan runs again', () => {
    const loan = drawn();
    const payoff = positionOn(running(loan), '2026-01-20')!.payoff;
    loan.received(payoff, '2026-01-20', '2026-01-20', 'VCB-1');
    expect(loan.does({ type: 'TendLoan', data: {} }, '2026-01-21').map(({ type }) => type)).toEqual(['LoanSettled']);
    expect(code(() => loan.received(5, '2026-01-21'))).toBe('SUPPORT_FUND.LOAN_ENDED');
    const events = step(loan, { kind: 'reversal', receiptId: 'VCB-1', ground: 'Nhầm người trả' }, '2026-01-22');
    expect(events.map(({ type }) => type)).toEqual(['LoanReopened', 'LoanReceiptReversed']);
    expect(running(loan)).toMatchObject({ status: 'Running', booked: { cash: -AMOUNT, loanPrincipal: AMOUNT } });
  });

  it.each([
    [0, '2026-02-01', 'SUPPORT_FUND.AMOUNT_INVALID'],
    [1.5, '2026-02-01', 'SUPPORT_FUND.AMOUNT_INVALID'],
    [5, '2026-02-03', 'SUPPORT_FUND.VALUE_DATE_IN_FUTURE'],
    [5, '2026-01-14', 'SUPPORT_FUND.VALUE_DATE_BEFORE_LOAN'],
  ] as const)('%d đồng of value date %s is refused: %s', (amount, on, refusal) => {
    expect(code(() => drawn().received(amount, on, '2026-02-02'))).toBe(refusal);
  });
});

describe('a loan in trouble', () => {
  const newDays = (loan: LoanCase, months: readonly string[]) => ({
    ...running(loan).terms.plan,
    days: months.map((month) => ({
      agreedOn: `${month}-15` as const,
      dueOn: `${month}-15` as const,
      accruesTo: `${month}-15` as const,
      weight: 1,
      interest: 'due' as const,
    })) as RunningLoan['terms']['plan']['days'],
  });

  it('is restructured: all debt lies on the new days, the old schedule stays readable, the group is 2', () => {
    const loan = drawn();
    const plan = newDays(loan, ['2026-09', '2026-12', '2027-03']);
    const extend = { kind: 'restructuring', measure: 'extend', plan, ground: 'Mất mùa' } as const;
    expect(code(() => step(loan, { ...extend, measure: 'adjust' }, '2026-04-20'))).toBe('SUPPORT_FUND.TERM_CHANGED');
    step(loan, extend, '2026-04-21');
    const position = positionOn(running(loan), '2026-04-21')!;
    expect(position).toMatchObject({ outstanding: AMOUNT, dueNow: 0, restructurings: 1 });
    expect(groupOf(position)).toBe(2);
    const versions = scheduleVersions(running(loan), '2026-04-21');
    expect(versions.map(({ because, instalments }) => [because, instalments.length])).toEqual([
      ['disbursed', 12],
      ['restructured', 3],
    ]);
    expect(versions[1]!.instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(AMOUNT);
  });

  it('goes through provisions, off the balance sheet, recovery and write-off after five years, and not before', () => {
    const loan = drawn();
    expect(code(() => step(loan, { kind: 'provisionUse', ground: 'Hội đồng' }, '2026-02-01'))).toBe(
      'SUPPORT_FUND.NOT_BAD_DEBT',
    );
    loan.does({ type: 'TendLoan', data: {} }, '2026-09-03');
    expect(running(loan)).toMatchObject({
      grouped: { asOf: '2026-08-31', group: 5 },
      provision: { specific: 400_000_000 },
    });
    step(loan, { kind: 'provisionUse', ground: 'Hội đồng xử lý rủi ro' }, '2026-09-04');
    expect(running(loan).booked).toMatchObject({
      loanPrincipal: 0,
      offLoans: AMOUNT,
      loanLoss: 200_000_000,
      specificProvision: 0,
    });
    loan.received(50_000_000, '2027-01-10');
    const tried = { kind: 'writeOff', measuresTried: 'Khởi kiện, thi hành án' } as const;
    expect(code(() => step(loan, tried, '2031-09-03'))).toBe('SUPPORT_FUND.WRITE_OFF_TOO_EARLY');
    expect(step(loan, tried, '2031-09-04').map(({ type }) => type)).toEqual(['LoanWrittenOff']);
    expect(running(loan)).toMatchObject({
      status: 'WrittenOff',
      booked: { offLoans: 0, offInterest: 0, offContra: 0 },
    });
  });

  it('is recalled: everything is due at once', () => {
    const loan = drawn();
    step(loan, { kind: 'recall', ground: 'Sử dụng sai mục đích' }, '2026-03-01');
    expect(positionOn(running(loan), '2026-03-01')).toMatchObject({ inTerm: 0, recalledOn: '2026-03-01' });
    expect(code(() => loan.disbursed(1, '2026-03-02'))).toBe('SUPPORT_FUND.LOAN_RECALLED');
  });
});

it('the monthly grouping is a fact, but no state depends on its having run', () => {
  const loan = drawn();
  const alone = positionOn(running(loan), '2026-05-31');
  const events = loan.does({ type: 'TendLoan', data: {} }, '2026-06-03');
  const grouped = events.filter((event) => event.type === 'LoanGrouped');
  expect(grouped.map(({ data }) => [data.asOf, data.group, data.daysOverdue])).toEqual([
    ['2026-01-31', 1, 0],
    ['2026-02-28', 2, 13],
    ['2026-03-31', 3, 44],
    ['2026-04-30', 3, 74],
    ['2026-05-31', 4, 105],
  ]);
  expect(positionOn(running(loan), '2026-05-31')).toEqual(alone);
  expect(loan.does({ type: 'TendLoan', data: {} }, '2026-06-03')).toEqual([]);
});
