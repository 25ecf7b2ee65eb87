import { addMonths, fold, type CommandMetadata, type Instant, type LocalDate } from '@hoptac/kernel';
import type { LoanContract } from '../../domain/loan-contract';
import { HOUSE_LOAN_POLICY } from '../../domain/loans/loan-policy';
import { freezePlan, type LoanTerms } from '../../domain/loans/loan-terms';
import type { LoanCommand } from '../../domain/loans/loan.commands';
import { loanDecider } from '../../domain/loans/loan.decider';
import type { LoanEvent } from '../../domain/loans/loan.events';
import type { LoanState } from '../../domain/loans/loan.state';

/** A contract over 600 million, 12 months of equal principal at 6 % a year, signed on 5 January 2026. */
export function loanContract(loanId = 'loan-1', change: Partial<LoanContract> = {}): LoanContract {
  return {
    loanId,
    fundId: 'fund-1',
    applicationId: `application-${loanId}`,
    contractNumber: `HD-${loanId}`,
    borrower: { kind: 'cooperative', organisationId: `organisation-of-${loanId}`, name: 'Hợp tác xã Bình Minh' },
    related: [],
    purpose: 'Máy sấy lúa',
    amount: 600_000_000,
    rates: [{ from: '2026-01-05', basisPoints: 600 }],
    overdueRateFactor: 15_000,
    schedule: {
      due: { periods: { firstOn: '2026-02-15', count: 12, everyMonths: 1 } },
      method: 'equalPrincipal',
      dayCount: 'actual/365',
      rounding: { unit: 1, remainder: 'last', interest: 'each' },
    },
    tranches: [{ on: '2026-01-15', amount: 600_000_000, purpose: 'Mua máy' }],
    allocationOrder: ['overdueInterest', 'interest', 'principal'],
    securities: [{ kind: 'machine', description: 'Máy sấy', value: 400_000_000 }],
    policyVersion: 'test',
    decidedBy: 'director',
    signedOn: '2026-01-05',
    ...change,
  };
}

const loanTermsOfContract = (contract: LoanContract): LoanTerms => ({
  principal: contract.amount,
  plan: freezePlan(
    {
      principal: contract.amount,
      disbursements: contract.tranches.map(({ on, amount }) => ({ on, amount })),
      rates: contract.rates,
      ...contract.schedule,
    },
    () => true,
  ),
  rates: contract.rates,
  dayCount: contract.schedule.dayCount,
  rounding: contract.schedule.rounding,
  overdueShare: contract.overdueRateFactor,
  allocation: contract.allocationOrder,
});

type Ordered = LoanCommand extends infer C ? (C extends LoanCommand ? Pick<C, 'type' | 'data'> : never) : never;

/** A loan under way for specs: orders by persons on days, facts and state to look at. */
export class LoanCase {
  readonly events: LoanEvent[] = [];
  private commands = 0;

  get state(): LoanState {
    return fold(loanDecider, this.events);
  }

  /** Carries out an order on a day at 9:00 in Việt Nam; answers the facts. */
  does(order: Ordered, on: LocalDate, personId = 'treasurer'): readonly LoanEvent[] {
    this.commands += 1;
    const metadata: CommandMetadata = {
      now: `${on}T02:00:${String(this.commands % 60).padStart(2, '0')}.${String(this.commands % 1000).padStart(3, '0')}Z` as Instant,
      commandId: `command-${String(this.commands)}`,
      actor: { personId, role: 'fundTreasurer' },
    };
    const events = loanDecider.decide({ ...order, metadata }, this.state);
    this.events.push(...events);
    return events;
  }

  opened(contract = loanContract()): this {
    const terms = loanTermsOfContract(contract);
    this.does(
      { type: 'OpenLoan', data: { contract, terms, policy: HOUSE_LOAN_POLICY, officeId: 'office-91' } },
      contract.signedOn,
    );
    return this;
  }

  /** Prepared by the treasurer, released by the director. */
  disbursed(amount: number, on: LocalDate): this {
    const stepId = `disbursement-${String(this.commands)}`;
    const step = { kind: 'disbursement', amount, purpose: 'Mua máy' } as const;
    this.does({ type: 'ProposeLoanStep', data: { stepId, step, effectiveOn: on } }, on);
    const creditCheck = { checkedOn: on, badDebt: false, source: 'CIC' };
    this.does({ type: 'ApproveLoanStep', data: { stepId, creditCheck } }, on, 'director');
    return this;
  }

  received(amount: number, on: LocalDate, knownOn = on, bankLine = `line-${String(this.commands)}`): this {
    this.does(
      {
        type: 'RecordLoanReceipt',
        data: { receiptId: bankLine, bankLine, amount, effectiveOn: on, extra: 'instalments' },
      },
      knownOn,
    );
    return this;
  }
}

/** Due day `n` (from 1) of the contract above. */
export const dueDay = (n: number): LocalDate => addMonths('2026-02-15', n - 1);
