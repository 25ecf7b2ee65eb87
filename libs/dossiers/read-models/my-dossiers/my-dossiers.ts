import { pageAfter, ReadModels, type Page, type PageRequest } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { DossierSummary } from '../summary/dossier-summary';
import { myDossiersProjection } from './my-dossiers.projection';

/** Readers' side of `dossiers.my-dossiers`. */
@Injectable()
export class MyDossiers {
  constructor(private readonly readModels: ReadModels) {}

  /** What the applicant filed or had filed: by limit, then what has none. */
  async page(applicantId: string, request: PageRequest): Promise<Page<DossierSummary>> {
    const db = await this.readModels.of(myDossiersProjection);
    return pageAfter(db.selectFrom('my_dossiers').selectAll().where('applicant_id', '=', applicantId), request);
  }

  /** Accounts of those whose dossiers these are. */
  async applicantsOf(dossierIds: readonly string[]): Promise<ReadonlySet<string>> {
    const db = await this.readModels.of(myDossiersProjection);
    const rows = await db
      .selectFrom('my_dossiers')
      .select('applicant_id')
      .distinct()
      .where(sql<boolean>`id = any(${[...dossierIds]}::text[])`)
      .execute();
    return new Set(rows.map((row) => row.applicant_id));
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(myDossiersProjection.name, position);
  }
}
