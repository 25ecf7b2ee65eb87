import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { comparableCaseCode } from '../../domain';
import type { DossierSummary } from '../summary/dossier-summary';
import { publicLookupProjection } from './public-lookup.projection';

/** Readers' side of `dossiers.public-lookup`. */
@Injectable()
export class PublicLookup {
  constructor(private readonly readModels: ReadModels) {}

  /** Forgives spaces, case and dashes; found or not, it is one look into one index. */
  async find(caseCode: string): Promise<DossierSummary | undefined> {
    const db = await this.readModels.of(publicLookupProjection);
    return db
      .selectFrom('lookups')
      .selectAll()
      .where('lookup_code', '=', comparableCaseCode(caseCode))
      .executeTakeFirst();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(publicLookupProjection.name, position);
  }
}
