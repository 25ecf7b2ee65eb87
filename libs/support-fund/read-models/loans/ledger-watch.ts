import { HealthChecks, Metrics } from '@hoptac/platform';
import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Gauge } from 'prom-client';
import { booksOn } from '../../domain/loans/loan-books';
import { ledgerProjection } from './ledger.projection';
import { LoanList } from './loan-list';
import { loansProjection } from './loans.projection';

/** What the books of a fund say against its loans; đồng. */
export interface Agreement {
  readonly fundId: string;
  /** Principal of all loans, counted from their own facts. */
  readonly loans: number;
  /** Balance of the control account of principal. */
  readonly controlAccount: number;
  /** Sum of all lines: zero. */
  readonly outOfBalance: number;
  /** Loans whose booked accounts are not those of their position on the day of their last booking. */
  readonly disagreeing: readonly string[];
}

const LOANS_AT_ONCE = 500;
const TRIES = 5;

/** The live check that loans and ledger agree: a line of the health page, the administrator's alarm, and a metric. */
@Injectable()
export class LedgerWatch {
  private readonly difference: Gauge<'fund'>;

  constructor(
    private readonly readModels: ReadModels,
    private readonly loans: LoanList,
    metrics: Metrics,
    health: HealthChecks,
  ) {
    this.difference = new Gauge({
      name: 'hoptac_fund_control_difference_dong',
      help: 'Principal of all loans less the control account, plus whatever is out of balance; anything but 0 is an alarm.',
      labelNames: ['fund'],
      registers: [metrics.registry],
    });
    health.add('fund ledger', () => this.word(), { required: false });
  }

  /** Compares at one position of both read models; undefined while they move. */
  async compare(fundId: string): Promise<Agreement | undefined> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await this.positions();
      const sums = await this.sumsOf(fundId);
      const loans = await this.loansOf(fundId);
      const after = await this.positions();
      if (before[0] !== before[1] || before.join() !== after.join()) continue;
      const agreement = { fundId, ...sums, ...loans };
      this.difference.set({ fund: fundId }, differenceOf(agreement));
      return agreement;
    }
    return undefined;
  }

  private async word(): Promise<string> {
    const { rows } = await sql<{ fund_id: string }>`select distinct fund_id from ledger_lines`.execute(
      await this.readModels.of(ledgerProjection),
    );
    for (const { fund_id: fundId } of rows) {
      const agreement = await this.compare(fundId);
      if (agreement === undefined) return 'moving';
      if (differenceOf(agreement) !== 0 || agreement.disagreeing.length > 0)
        throw new Error(
          `Loans and ledger of fund ${fundId} differ by ${String(differenceOf(agreement))} đồng; loans: ${agreement.disagreeing.slice(0, 5).join(', ')}`,
        );
    }
    return `${String(rows.length)} funds agree`;
  }

  private async sumsOf(fundId: string): Promise<Pick<Agreement, 'controlAccount' | 'outOfBalance'>> {
    const db = await this.readModels.of(ledgerProjection);
    return db
      .selectFrom('ledger_lines')
      .select([
        sql<number>`coalesce(sum(amount) filter (where account = 'loanPrincipal'), 0)`.as('controlAccount'),
        sql<number>`coalesce(sum(amount), 0)`.as('outOfBalance'),
      ])
      .where('fund_id', '=', fundId)
      .executeTakeFirstOrThrow();
  }

  /** Each loan counted anew from its facts for the day of its last booking. */
  private async loansOf(fundId: string): Promise<Pick<Agreement, 'loans' | 'disagreeing'>> {
    const ids = (await this.loans.revisionsOf(fundId)).map(({ id }) => id);
    let loans = 0;
    const disagreeing: string[] = [];
    for (let at = 0; at < ids.length; at += LOANS_AT_ONCE) {
      for (const { id, state } of await this.loans.statesOf(ids.slice(at, at + LOANS_AT_ONCE))) {
        if (state.bookedOn === undefined) continue;
        const books = booksOn(state, state.provision, state.bookedOn);
        loans += books.loanPrincipal ?? 0;
        if (Object.entries(books).some(([account, amount]) => (state.booked[account as 'cash'] ?? 0) !== amount))
          disagreeing.push(id);
      }
    }
    return { loans, disagreeing };
  }

  private async positions(): Promise<readonly (bigint | undefined)[]> {
    return [
      await this.readModels.position(loansProjection.name),
      await this.readModels.position(ledgerProjection.name),
    ];
  }
}

const differenceOf = ({ loans, controlAccount, outOfBalance }: Agreement): number =>
  Math.abs(loans - controlAccount) + Math.abs(outOfBalance);
