import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { pageAfter, type Page, type PageRequest } from '../paging';
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

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(myDossiersProjection.name, position);
  }
}
