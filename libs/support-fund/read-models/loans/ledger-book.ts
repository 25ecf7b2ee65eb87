import type { Dong, LocalDate } from '@hoptac/kernel';
import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { LEDGER_ACCOUNTS, type LedgerAccount } from '../../domain';
import { ledgerProjection, type LedgerLineRow } from './ledger.projection';

/** Turnover and balance of one account; đồng. */
export interface AccountBalance {
  readonly account: LedgerAccount;
  readonly debit: Dong;
  readonly credit: Dong;
  /** Debit less credit. */
  readonly balance: Dong;
}

/** Up to which days lines count: of booking — when it was known — and of value — when it was so. */
export interface LedgerMoment {
  readonly bookedThrough: LocalDate;
  readonly valueThrough: LocalDate;
  /** Turnover from this day of booking on; all of it when absent. */
  readonly bookedFrom?: LocalDate;
}

/** Readers' side of `support-fund.ledger`. */
@Injectable()
export class LedgerBook {
  constructor(private readonly readModels: ReadModels) {}

  /** Trial balance — bảng cân đối phát sinh — as of any day in both times. */
  async trialBalance(fundId: string, moment: LedgerMoment, loanId?: string): Promise<readonly AccountBalance[]> {
    const db = await this.readModels.of(ledgerProjection);
    let query = db
      .selectFrom('ledger_lines')
      .select([
        'account',
        sql<number>`coalesce(sum(amount) filter (where amount > 0), 0)`.as('debit'),
        sql<number>`coalesce(-sum(amount) filter (where amount < 0), 0)`.as('credit'),
      ])
      .where('fund_id', '=', fundId)
      .where('booked_on', '<=', moment.bookedThrough)
      .where('value_on', '<=', moment.valueThrough);
    if (moment.bookedFrom !== undefined) query = query.where('booked_on', '>=', moment.bookedFrom);
    if (loanId !== undefined) query = query.where('loan_id', '=', loanId);
    const rows = await query.groupBy('account').execute();
    const found = new Map(rows.map((row) => [row.account, row]));
    return LEDGER_ACCOUNTS.flatMap((account) => {
      const row = found.get(account);
      return row === undefined
        ? []
        : [{ account, debit: row.debit, credit: row.credit, balance: row.debit - row.credit }];
    });
  }

  /** Lines of a loan or of the whole fund — sổ chi tiết — newest first, `limit` of them from `before` on. */
  async lines(
    fundId: string,
    { loanId, account, before, limit }: { loanId?: string; account?: string; before?: string; limit: number },
  ): Promise<readonly LedgerLineRow[]> {
    const db = await this.readModels.of(ledgerProjection);
    let query = db.selectFrom('ledger_lines').selectAll().where('fund_id', '=', fundId);
    if (loanId !== undefined) query = query.where('loan_id', '=', loanId);
    if (account !== undefined) query = query.where('account', '=', account);
    if (before !== undefined) query = query.where(sql<boolean>`position < ${before}::bigint`);
    return query.orderBy('position', 'desc').orderBy('id').limit(limit).execute();
  }

  /** Sub-ledger of the loans: balance of an account by loan. */
  async byLoan(fundId: string, account: LedgerAccount, moment: LedgerMoment) {
    const db = await this.readModels.of(ledgerProjection);
    return db
      .selectFrom('ledger_lines')
      .select(['loan_id', sql<number>`sum(amount)`.as('balance')])
      .where('fund_id', '=', fundId)
      .where('account', '=', account)
      .where('booked_on', '<=', moment.bookedThrough)
      .where('value_on', '<=', moment.valueThrough)
      .where('loan_id', 'is not', null)
      .groupBy('loan_id')
      .having(sql<boolean>`sum(amount) <> 0`)
      .orderBy('loan_id')
      .execute();
  }

  /** Funds that have booked anything. */
  async funds(): Promise<readonly string[]> {
    const db = await this.readModels.of(ledgerProjection);
    return (await db.selectFrom('ledger_lines').select('fund_id').distinct().execute()).map((row) => row.fund_id);
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(ledgerProjection.name, position);
  }
}
