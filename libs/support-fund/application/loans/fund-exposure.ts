import { localDateOf, type Dong } from '@hoptac/kernel';
import { nameId } from '@hoptac/platform';
import { Injectable } from '@nestjs/common';
import {
  Exposure,
  exposureOf,
  positionOn,
  type ExposureBasis,
  type ExposureCommand,
  type ExposureContext,
  type ExposureFigures,
  type ExposureRequest,
  type ExposureState,
  type PartyKey,
  type Repayments,
} from '../../domain';
import { ExposureStore, LoanStore } from './loan-stores';

/** A tranche of a loan as the limits see it. */
export interface Tranche {
  readonly fundId: string;
  readonly applicationId: string;
  readonly trancheId: string;
  readonly amount: Dong;
  readonly basis?: ExposureBasis;
}

/** The limits of D45 Art. 23.2 in the stream `fundExposure-<fundId>`. */
@Injectable()
export class FundExposure extends Exposure {
  constructor(
    private readonly exposures: ExposureStore,
    private readonly loans: LoanStore,
  ) {
    super();
  }

  override async reserve(request: ExposureRequest, context: ExposureContext): Promise<void> {
    const repaid = await this.repaidOf(request.fundId, request.borrower, request.related, context);
    await this.order(request.fundId, { type: 'ReserveExposure', data: { request, repaid } }, context);
  }

  override async release(fundId: string, applicationId: string, context: ExposureContext): Promise<void> {
    await this.order(fundId, { type: 'ReleaseExposure', data: { fundId, applicationId } }, context);
  }

  override async outstandingOf(
    fundId: string,
    borrower: PartyKey,
    related: readonly PartyKey[],
    except?: string,
  ): Promise<ExposureFigures> {
    const { state } = await this.exposures.load(fundId);
    return exposureOf(state, borrower, related, except);
  }

  /** A tranche comes out of what the decision holds. Once per tranche. @throws `SUPPORT_FUND.TRANCHE_BEYOND_DECISION`, the limits. */
  async draw(tranche: Tranche, context: ExposureContext): Promise<void> {
    const { state } = await this.exposures.load(tranche.fundId);
    const held = state.applications[tranche.applicationId];
    const repaid =
      held === undefined ? {} : await this.repaidOf(tranche.fundId, held.borrower, held.related, context, state);
    await this.order(tranche.fundId, { type: 'DrawExposure', data: { ...tranche, repaid } }, context);
  }

  /** The tranche was not paid out after all. */
  async giveBack({ fundId, applicationId, trancheId }: Tranche, context: ExposureContext): Promise<void> {
    await this.order(fundId, { type: 'ReturnExposure', data: { fundId, applicationId, trancheId } }, context);
  }

  /** Takes over a loan of an older book with its principal; the limits of today do not stop what was lent before. */
  async takeOver(request: ExposureRequest, context: ExposureContext): Promise<void> {
    await this.order(request.fundId, { type: 'TakeOverExposure', data: { request } }, context);
  }

  /** Principal repaid of the loans that count for these parties; repayments make room only when somebody asks for it. */
  private async repaidOf(
    fundId: string,
    borrower: PartyKey,
    related: readonly PartyKey[],
    { now }: ExposureContext,
    known?: ExposureState,
  ): Promise<Repayments> {
    const state = known ?? (await this.exposures.load(fundId)).state;
    const group = new Set([borrower, ...related]);
    const counted = Object.entries(state.applications).filter(
      ([, one]) => (group.has(one.borrower) || one.related.includes(borrower)) && Object.keys(one.tranches).length > 0,
    );
    const repaid = await Promise.all(
      counted.map(async ([applicationId]): Promise<readonly [string, Dong]> => {
        const { state: loan } = await this.loans.load(loanIdOf(applicationId));
        const position = loan.status === 'None' ? undefined : positionOn(loan, localDateOf(now));
        return [applicationId, position?.totals.principalPaid ?? 0];
      }),
    );
    return Object.fromEntries(repaid);
  }

  private async order(
    fundId: string,
    order: Order,
    { commandId, now, actor, correlationId }: ExposureContext,
  ): Promise<void> {
    const metadata = { now, actor, commandId: nameId(commandId, `exposure:${order.type}`) };
    await this.exposures.execute(fundId, { ...order, metadata }, { correlationId });
  }
}

/** A command without its metadata. */
type Order = ExposureCommand extends infer C ? (C extends ExposureCommand ? Pick<C, 'type' | 'data'> : never) : never;

/** The loan of an application: one application, one loan, whoever asks. */
const loanIdOf = (applicationId: string): string => nameId('loan', applicationId);
