import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { fundsProjection, type FundRow } from './funds.projection';

/** Readers' side of `support-fund.funds`. */
@Injectable()
export class FundList {
  constructor(private readonly readModels: ReadModels) {}

  /** All of them, by name; a province has one, the country some dozens. */
  async all(): Promise<readonly FundRow[]> {
    const db = await this.readModels.of(fundsProjection);
    return db.selectFrom('funds').selectAll().orderBy('name').orderBy('id').execute();
  }

  async find(fundId: string): Promise<FundRow | undefined> {
    const db = await this.readModels.of(fundsProjection);
    return db.selectFrom('funds').selectAll().where('id', '=', fundId).executeTakeFirst();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(fundsProjection.name, position);
  }
}
