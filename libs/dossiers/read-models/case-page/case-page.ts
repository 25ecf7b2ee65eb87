import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import { casePageProjection, type CaseEntryRow, type CaseRow } from './case-page.projection';

const MOST_ENTRIES = 500;

/** Readers' side of `dossiers.case-page`. */
@Injectable()
export class CasePages {
  constructor(private readonly readModels: ReadModels) {}

  async find(dossierId: string): Promise<CaseRow | undefined> {
    const db = await this.readModels.of(casePageProjection);
    return db.selectFrom('cases').selectAll().where('id', '=', dossierId).executeTakeFirst();
  }

  /** Timeline after a revision, in order, at most 500 lines; nothing after a position where one is given. */
  async entries(dossierId: string, afterRevision = -1, upTo?: bigint): Promise<readonly CaseEntryRow[]> {
    const db = await this.readModels.of(casePageProjection);
    let lines = db
      .selectFrom('entries')
      .selectAll()
      .where('dossier_id', '=', dossierId)
      .where('revision', '>', afterRevision)
      .orderBy('revision')
      .limit(MOST_ENTRIES);
    if (upTo !== undefined) lines = lines.where(sql<SqlBool>`position::int8 <= ${upTo.toString()}::int8`);
    return lines.execute();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(casePageProjection.name, position);
  }
}
