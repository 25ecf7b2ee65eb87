import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { RunningLoan } from '../../domain';
import { loansProjection, type LoanRow } from './loans.projection';

export interface LoanFilter {
  readonly fundId?: string;
  /** Offices whose loans the reader may see; undefined: all. */
  readonly offices?: readonly string[];
  readonly ownerId?: string;
  readonly status?: string;
  /** Contract number or name, anywhere in it. */
  readonly q?: string;
}

export interface LoanPage {
  readonly rows: readonly LoanRow[];
  readonly next?: string;
}

/** Readers' side of `support-fund.loans`. */
@Injectable()
export class LoanList {
  constructor(private readonly readModels: ReadModels) {}

  async find(id: string): Promise<LoanRow | undefined> {
    const db = await this.readModels.of(loansProjection);
    return db.selectFrom('loans').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** By contract number; `cursor` is the `next` of the page before. */
  async page({ fundId, offices, ownerId, status, q }: LoanFilter, limit: number, cursor?: string): Promise<LoanPage> {
    const db = await this.readModels.of(loansProjection);
    let query = db.selectFrom('loans').selectAll();
    if (fundId !== undefined) query = query.where('fund_id', '=', fundId);
    if (offices !== undefined) query = query.where('office_id', 'in', [...offices, '']);
    if (ownerId !== undefined) query = query.where('owner_id', '=', ownerId);
    if (status !== undefined) query = query.where('status', '=', status);
    if (q !== undefined) {
      const like = `%${q.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`;
      query = query.where((where) =>
        where.or([where('contract_number', 'ilike', like), where('borrower', 'ilike', like)]),
      );
    }
    if (cursor !== undefined) {
      const [number = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('\u0000');
      query = query.where(sql<boolean>`(contract_number, id) > (${number}, ${id})`);
    }
    const rows = await query
      .orderBy('contract_number')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    const last = rows[limit - 1];
    return rows.length <= limit || last === undefined
      ? { rows }
      : {
          rows: rows.slice(0, limit),
          next: Buffer.from(`${last.contract_number}\u0000${last.id}`, 'utf8').toString('base64url'),
        };
  }

  /** Places of all loans of a fund: what changed since is read again. */
  async revisionsOf(fundId: string): Promise<readonly { readonly id: string; readonly revision: number }[]> {
    const db = await this.readModels.of(loansProjection);
    return db.selectFrom('loans').select(['id', 'revision']).where('fund_id', '=', fundId).execute();
  }

  async statesOf(
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly revision: number; readonly state: RunningLoan }[]> {
    const db = await this.readModels.of(loansProjection);
    return db
      .selectFrom('loans')
      .select(['id', 'revision', 'state'])
      .where(sql<boolean>`id = any(${[...ids]}::text[])`)
      .execute();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(loansProjection.name, position);
  }
}
