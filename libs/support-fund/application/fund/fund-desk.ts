import type { Press } from '@hoptac/dossiers';
import { AreaTree, assertMay, type Action, type ActedUpon } from '@hoptac/identity';
import { brokenRule, CLOCK, localDateOf, type Clock, type CommandMetadata, type LocalDate } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import type {
  BodyMember,
  CapitalChange,
  DecidingPaper,
  FoundedFund,
  FundCommand,
  FundPolicy,
  FundState,
  SupportFundFounded,
} from '../../domain';
import { fundMustBeFounded } from '../../domain/fund/fund.rules';
import { optionsFor, stepAnswer, type FundStepAnswer } from '../press';
import { FundStore } from '../stores';
import { policyBoundsOn } from './fund-law';

type Order = FundCommand extends infer C ? (C extends FundCommand ? Pick<C, 'type' | 'data'> : never) : never;
export type Founding = Omit<SupportFundFounded['data'], 'fundId'>;

/** What people do with a fund itself: founding, capital, lending rules, bodies. Two persons for capital and rules. */
@Injectable()
export class FundDesk {
  constructor(
    private readonly funds: FundStore,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `SUPPORT_FUND.AREA_UNKNOWN`, `SUPPORT_FUND.PAPER_MISSING`, `IDENTITY.NOT_PERMITTED`. */
  async found(founding: Founding, press: Press): Promise<FundStepAnswer> {
    const fundId = nameId('support-fund', press.commandId);
    const metadata = this.metadata(press, 'supportFund.found', {});
    if (this.areas.find(founding.areaCode, localDateOf(metadata.now)) === undefined)
      throw brokenRule('SUPPORT_FUND.AREA_UNKNOWN', 'There is no such area today', { areaCode: founding.areaCode }, [
        'D45 Art. 20',
      ]);
    const command: FundCommand = { type: 'FoundSupportFund', data: { fundId, ...founding }, metadata };
    const executed = await this.funds.execute(fundId, command, {
      ...optionsFor(fundId, press, ['D45 Art. 3']),
      expectNew: true,
    });
    return stepAnswer(fundId, executed);
  }

  async proposeCapital(fundId: string, change: CapitalChange, press: Press): Promise<FundStepAnswer> {
    const changeId = nameId('support-fund-change', press.commandId);
    return this.take(fundId, press, 'supportFund.proposeChange', ['D45 Art. 37'], () => ({
      type: 'ProposeCapital',
      data: { changeId, change },
    }));
  }

  /** @throws DomainError `SUPPORT_FUND.POLICY_OUTSIDE_BOUND` with the article, and the others of the decider. */
  async proposePolicy(
    fundId: string,
    proposed: { readonly from: LocalDate; readonly policy: FundPolicy; readonly paper: DecidingPaper },
    press: Press,
  ): Promise<FundStepAnswer> {
    const changeId = nameId('support-fund-change', press.commandId);
    const bounds = policyBoundsOn(proposed.from);
    return this.take(fundId, press, 'supportFund.proposeChange', ['D45 Art. 31'], () => ({
      type: 'ProposePolicy',
      data: { changeId, ...proposed, bounds },
    }));
  }

  async confirm(fundId: string, changeId: string, press: Press): Promise<FundStepAnswer> {
    return this.take(fundId, press, 'supportFund.confirmChange', ['D45 Art. 31', 'D45 Art. 37'], (fund) => {
      const pending = fund.pending.find((change) => change.changeId === changeId);
      const bounds = pending?.kind === 'policy' ? { bounds: policyBoundsOn(pending.from) } : {};
      return { type: 'ConfirmChange', data: { changeId, ...bounds } };
    });
  }

  async refuse(fundId: string, changeId: string, reason: string, press: Press): Promise<FundStepAnswer> {
    return this.take(fundId, press, 'supportFund.confirmChange', [], () => ({
      type: 'RefuseChange',
      data: { changeId, reason },
    }));
  }

  async appoint(
    fundId: string,
    appointment: {
      readonly body: 'council' | 'board';
      readonly members: readonly BodyMember[];
      readonly from: LocalDate;
      readonly paper: DecidingPaper;
    },
    press: Press,
  ): Promise<FundStepAnswer> {
    return this.take(fundId, press, 'supportFund.appoint', ['D45 Art. 31'], () => ({
      type: 'AppointBody',
      data: appointment,
    }));
  }

  private async take(
    fundId: string,
    press: Press,
    action: Action,
    legalBasis: readonly string[],
    ordered: (fund: FoundedFund) => Order,
  ): Promise<FundStepAnswer> {
    const command = (state: FundState): FundCommand => {
      fundMustBeFounded(state);
      const metadata = this.metadata(press, action, { officeId: state.officeId });
      return { ...ordered(state), metadata };
    };
    return stepAnswer(fundId, await this.funds.execute(fundId, command, optionsFor(fundId, press, legalBasis)));
  }

  private metadata(press: Press, action: Action, subject: ActedUpon): CommandMetadata {
    const now = this.clock.now();
    const actor = assertMay(press.actor, action, subject, localDateOf(now), this.areas);
    return { now, actor, commandId: press.commandId };
  }
}
