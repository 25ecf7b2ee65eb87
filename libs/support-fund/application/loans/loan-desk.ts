import { loadCalendar } from '@hoptac/calendar';
import { AreaTree, assertMay, type Action } from '@hoptac/identity';
import {
  brokenRule,
  CLOCK,
  isDomainError,
  localDateOf,
  type Clock,
  type CommandMetadata,
  type Dong,
  type LocalDate,
} from '@hoptac/kernel';
import type { DueDays, Method, WorkingDays } from '@hoptac/loan-schedules';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  freezePlan,
  loanDecider,
  loanMustExist,
  releasesNeeded,
  type CreditCheck,
  type ExtraChoice,
  type LoanCommand,
  type LoanContract,
  type LoanState,
  type LoanStep,
  type RepaymentPlan,
  type RunningLoan,
  type RunningTerms,
} from '../../domain';
import { BorrowerStanding } from './borrower-standing';
import { FundExposure, type Tranche } from './fund-exposure';
import { FundReading } from './fund-reading';
import { loanAnswer, loanOptions, type LoanAnswer, type LoanPress } from './loan-answer';
import { BankLineStore, LoanStore } from './loan-stores';

/** A new way to repay as a person agrees it; the days are frozen by the house's calendar when it is proposed. */
export interface AgreedPlan {
  readonly due: DueDays;
  readonly method: Method;
  readonly deferredInterest?: 'firstAfter' | 'spread';
}

/** A step as a person orders it. */
export type OrderedStep =
  | Exclude<LoanStep, { kind: 'restructuring' }>
  | (Omit<LoanStep & { kind: 'restructuring' }, 'plan'> & { readonly agreed: AgreedPlan });

/** A line of the bank that pays a loan. */
export interface PaidLine {
  readonly reference: string;
  readonly on: LocalDate;
  readonly amount: Dong;
  readonly text: string;
  readonly extra: ExtraChoice;
}

type Order = LoanCommand extends infer C ? (C extends LoanCommand ? Pick<C, 'type' | 'data'> : never) : never;

/** The stream of a bank line, and the id of the receipt that it becomes. */
export const bankLineId = (fundId: string, reference: string): string => nameId(fundId, `bank-line:${reference}`);

/** Terms of a running loan from its contract; due days are frozen by the house's calendar. */
const termsOf = (contract: LoanContract, isWorkingDay: WorkingDays): RunningTerms => ({
  principal: contract.amount,
  plan: freezePlan(
    {
      ...contract.schedule,
      principal: contract.amount,
      disbursements: contract.tranches.map(({ on, amount }) => ({ on, amount })),
      rates: contract.rates,
    },
    isWorkingDay,
  ),
  rates: contract.rates,
  dayCount: contract.schedule.dayCount,
  rounding: contract.schedule.rounding,
  overdueShare: contract.overdueRateFactor,
  allocation: contract.allocationOrder,
});

/** Whether offices work on a day, by the shipped calendar; undefined where it does not reach. */
function houseWorkingDays(): WorkingDays {
  const calendar = loadCalendar();
  return (day) => {
    try {
      return calendar.isWorkingDay(day);
    } catch (error) {
      if (isDomainError(error)) return undefined;
      throw error;
    }
  };
}

/** What persons do with loans: permission on the loan itself, then the command, then the decider. */
@Injectable()
export class LoanDesk {
  private readonly isWorkingDay = houseWorkingDays();

  constructor(
    private readonly loans: LoanStore,
    private readonly lines: BankLineStore,
    private readonly reading: FundReading,
    private readonly exposure: FundExposure,
    private readonly standing: BorrowerStanding,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the loan of an application whose contract is signed and whose security is perfected; once. */
  async open(applicationId: string, press: LoanPress): Promise<LoanAnswer> {
    const { contract, ownerId } = await this.reading.contractOf(applicationId);
    const fund = await this.reading.fund(contract.fundId);
    const now = this.clock.now();
    const today = localDateOf(now);
    const actor = assertMay(press.actor, 'supportFund.openLoan', { officeId: fund.officeId }, today, this.areas);
    const metadata: CommandMetadata = { now, actor, commandId: press.commandId };
    const terms = termsOf(contract, this.isWorkingDay);
    const policy = this.reading.policyOf(fund, today);
    const data = { contract, terms, policy, officeId: fund.officeId, ownerId };
    const id = contract.loanId;
    return loanAnswer(
      id,
      await this.loans.execute(id, { type: 'OpenLoan', data, metadata }, loanOptions(id, press, ['D45 Art. 21'])),
    );
  }

  /** Prepares a step that another person must release. */
  async propose(id: string, step: OrderedStep, effectiveOn: LocalDate, press: LoanPress): Promise<LoanAnswer> {
    return this.take(id, press, 'supportFund.prepareMoney', ['D45 Art. 31'], (loan) => ({
      type: 'ProposeLoanStep',
      data: { stepId: nameId(press.commandId, 'step'), step: this.stepOf(loan, step), effectiveOn },
    }));
  }

  /** Releases a prepared step; a disbursement asks the register and the limits again before any money leaves. */
  async release(
    id: string,
    stepId: string,
    creditCheck: CreditCheck | undefined,
    press: LoanPress,
  ): Promise<LoanAnswer> {
    const { state } = await this.loans.load(id);
    const tranche = await this.trancheOf(state, stepId, press);
    const order = (): Order => ({
      type: 'ApproveLoanStep',
      data: { stepId, ...(creditCheck === undefined ? {} : { creditCheck }) },
    });
    const now = this.clock.now();
    const context = { commandId: press.commandId, now, actor: press.actor, correlationId: id };
    if (tranche !== undefined) await this.exposure.draw(tranche, context);
    try {
      return await this.take(id, press, 'supportFund.releaseMoney', ['D45 Art. 22', 'D45 Art. 23'], order);
    } catch (error) {
      // A refusal leaves no tranche behind in the limits; an outage keeps it for the next try of the same step.
      if (tranche !== undefined && isDomainError(error) && !(await this.isPaidOut(id, stepId)))
        await this.exposure.giveBack(tranche, { ...context, commandId: nameId(press.commandId, 'back') });
      throw error;
    }
  }

  async drop(id: string, stepId: string, reason: string, press: LoanPress): Promise<LoanAnswer> {
    return this.take(id, press, 'supportFund.prepareMoney', [], () => ({
      type: 'DropLoanStep',
      data: { stepId, reason },
    }));
  }

  /**
   * Records what a line of the bank pays. The line is given to the loan first, and the receipt bears its id: after a failure in between, any repetition records
   * the same receipt; a second loan is refused.
   */
  async receive(id: string, line: PaidLine, press: LoanPress): Promise<LoanAnswer> {
    const { state } = await this.loans.load(id);
    loanMustExist(state);
    const { fundId } = state.contract;
    const now = this.clock.now();
    const subject = { officeId: state.officeId };
    const actor = assertMay(press.actor, 'supportFund.recordReceipt', subject, localDateOf(now), this.areas);
    const receiptId = bankLineId(fundId, line.reference);
    const { extra, reference, on, amount, text } = line;
    const data = { receiptId, bankLine: reference, amount, effectiveOn: on, extra };
    const order: Order = { type: 'RecordLoanReceipt', data };
    // The loan is asked first, so that no line is given to a loan that refuses it.
    loanDecider.decide({ ...order, metadata: { now, actor, commandId: press.commandId } }, state);
    await this.lines.execute(
      receiptId,
      {
        type: 'AssignBankLine',
        data: { fundId, reference, on, amount, text, loanId: id },
        metadata: { now, actor, commandId: nameId(press.commandId, 'line') },
      },
      { correlationId: id },
    );
    return this.take(id, press, 'supportFund.recordReceipt', ['D45 Art. 21'], () => order);
  }

  async inspect(
    id: string,
    inspection: (LoanCommand & { type: 'RecordUseInspection' })['data'],
    press: LoanPress,
  ): Promise<LoanAnswer> {
    return this.take(id, press, 'supportFund.inspectUse', ['D45 Art. 21', 'D45 Art. 31'], () => ({
      type: 'RecordUseInspection',
      data: inspection,
    }));
  }

  async reviewBorrower(id: string, finding: string, press: LoanPress): Promise<LoanAnswer> {
    const { state } = await this.loans.load(id);
    loanMustExist(state);
    const standing = await this.standing.of(state.contract.borrower);
    return this.take(id, press, 'supportFund.inspectUse', ['D45 Art. 31'], () => ({
      type: 'ReviewLoanBorrower',
      data: { standing, finding },
    }));
  }

  async releaseSecurity(id: string, paper: string, press: LoanPress): Promise<LoanAnswer> {
    return this.take(id, press, 'supportFund.inspectUse', ['D45 Art. 26'], () => ({
      type: 'ReleaseLoanSecurity',
      data: { paper },
    }));
  }

  private stepOf(loan: RunningLoan, step: OrderedStep): LoanStep {
    if (step.kind !== 'restructuring') return step;
    const { agreed, ...rest } = step;
    return { ...rest, plan: this.planOf(loan, agreed) };
  }

  private planOf({ contract, terms }: RunningLoan, { due, method, deferredInterest }: AgreedPlan): RepaymentPlan {
    const plan = freezePlan(
      {
        principal: contract.amount,
        disbursements: contract.tranches.map(({ on, amount }) => ({ on, amount })),
        rates: contract.rates,
        due,
        method,
        dayCount: terms.dayCount,
        rounding: terms.rounding,
        ...(contract.schedule.workingDays === undefined ? {} : { workingDays: contract.schedule.workingDays }),
      },
      this.isWorkingDay,
    );
    return { ...plan, deferredInterest: deferredInterest ?? 'spread' };
  }

  /** The tranche that a release would pay out; undefined when the step moves no money out or is not the last release. */
  private async trancheOf(state: LoanState, stepId: string, press: LoanPress): Promise<Tranche | undefined> {
    loanMustExist(state);
    const waiting = state.steps.find((one) => one.stepId === stepId);
    // Released before: the answer of then is given again, nothing is drawn.
    if (waiting === undefined) return undefined;
    const { step } = waiting;
    if (step.kind !== 'disbursement' || waiting.approvedBy.length + 1 < releasesNeeded(state, step)) return undefined;
    const now = this.clock.now();
    assertMay(press.actor, 'supportFund.releaseMoney', { officeId: state.officeId }, localDateOf(now), this.areas);
    const standing = await this.standing.of(state.contract.borrower);
    if (standing !== 'ACTIVE' && standing !== 'PERSON')
      throw brokenRule('SUPPORT_FUND.BORROWER_NOT_ACTIVE', 'The borrower is not active', { standing }, ['D45 Art. 22']);
    const { fundId, applicationId } = state.contract;
    const basis = this.reading.basisOf(await this.reading.fund(fundId), localDateOf(now));
    const tranche = { fundId, applicationId, trancheId: stepId, amount: step.amount };
    return basis === undefined ? tranche : { ...tranche, basis };
  }

  private async isPaidOut(id: string, stepId: string): Promise<boolean> {
    const { state } = await this.loans.load(id);
    return state.status !== 'None' && !state.steps.some((one) => one.stepId === stepId);
  }

  private async take(
    id: string,
    press: LoanPress,
    action: Action,
    legalBasis: readonly string[],
    ordered: (loan: RunningLoan) => Order,
  ): Promise<LoanAnswer> {
    const command = (state: LoanState): LoanCommand => {
      loanMustExist(state);
      const now = this.clock.now();
      const actor = assertMay(press.actor, action, { officeId: state.officeId }, localDateOf(now), this.areas);
      return { ...ordered(state), metadata: { now, actor, commandId: press.commandId } };
    };
    return loanAnswer(id, await this.loans.execute(id, command, loanOptions(id, press, legalBasis)));
  }
}
