import { AreaTree, assertMay, type Action } from '@hoptac/identity';
import { CLOCK, localDateOf, type Clock, type LocalDate } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { FundLedgerCommand, FundLedgerState, LedgerEntry } from '../../domain';
import { FundReading } from '../loans/fund-reading';
import { loanOptions, type LoanPress } from '../loans/loan-answer';
import { FundLedgerStore } from '../loans/loan-stores';

type Order = FundLedgerCommand extends infer C
  ? C extends FundLedgerCommand
    ? Pick<C, 'type' | 'data'>
    : never
  : never;

/** Answer to a step with a fund's books. */
export interface LedgerAnswer {
  readonly fundId: string;
  /** Entry that the step prepared, posted or dropped. */
  readonly entryId?: string;
  readonly closedThrough?: LocalDate;
  readonly revision: number;
  readonly position?: string;
}

/** What persons book beside the loans: prepared by one, posted by another; months are closed afterwards. */
@Injectable()
export class LedgerDesk {
  constructor(
    private readonly ledgers: FundLedgerStore,
    private readonly reading: FundReading,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  prepare(fundId: string, entry: Omit<LedgerEntry, 'entryId' | 'reverses'>, press: LoanPress): Promise<LedgerAnswer> {
    const entryId = nameId(press.commandId, 'entry');
    const data = { fundId, entryId, ...entry };
    return this.take(fundId, press, 'supportFund.keepLedger', { type: 'PrepareLedgerEntry', data }, entryId);
  }

  reverse(fundId: string, reverses: string, text: string, press: LoanPress): Promise<LedgerAnswer> {
    const entryId = nameId(press.commandId, 'entry');
    const data = { fundId, entryId, reverses, text };
    return this.take(fundId, press, 'supportFund.keepLedger', { type: 'PrepareReversal', data }, entryId);
  }

  post(fundId: string, entryId: string, press: LoanPress): Promise<LedgerAnswer> {
    const data = { fundId, entryId };
    return this.take(fundId, press, 'supportFund.postLedger', { type: 'PostLedgerEntry', data }, entryId);
  }

  drop(fundId: string, entryId: string, press: LoanPress): Promise<LedgerAnswer> {
    const data = { fundId, entryId };
    return this.take(fundId, press, 'supportFund.keepLedger', { type: 'DropLedgerEntry', data }, entryId);
  }

  close(fundId: string, month: LocalDate, press: LoanPress): Promise<LedgerAnswer> {
    return this.take(fundId, press, 'supportFund.postLedger', { type: 'CloseLedgerMonth', data: { fundId, month } });
  }

  /** Entries that wait for their second person, and how far the books are closed. */
  async open(fundId: string): Promise<Pick<FundLedgerState, 'prepared' | 'closedThrough'>> {
    const { state } = await this.ledgers.load(fundId);
    const { prepared, closedThrough } = state;
    return { prepared, ...(closedThrough === undefined ? {} : { closedThrough }) };
  }

  private async take(
    fundId: string,
    press: LoanPress,
    action: Action,
    order: Order,
    entryId?: string,
  ): Promise<LedgerAnswer> {
    const fund = await this.reading.fund(fundId);
    const now = this.clock.now();
    const actor = assertMay(press.actor, action, { officeId: fund.officeId }, localDateOf(now), this.areas);
    const command = { ...order, metadata: { now, actor, commandId: press.commandId } };
    const done = await this.ledgers.execute(fundId, command, loanOptions(fundId, press, []));
    const { closedThrough } = done.state;
    return {
      fundId,
      ...(entryId === undefined ? {} : { entryId }),
      ...(closedThrough === undefined ? {} : { closedThrough }),
      revision: done.revision,
      ...(done.position === undefined ? {} : { position: done.position.commit.toString() }),
    };
  }
}
