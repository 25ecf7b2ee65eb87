import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import type { LegalStatus } from '../../domain';
import { bindingsProjection } from './bindings.projection';

/** More organisations of one person than these say nothing more. */
const MOST = 10;
const ENDED: readonly LegalStatus[] = ['ENDED', 'TERMINATED'];

/** An organisation that somebody represents. */
export interface RepresentedOrganisation {
  readonly name: string;
  readonly code?: string;
  readonly legalStatus: LegalStatus;
}

/** Readers' side of `registry.bindings`. */
@Injectable()
export class BindingIndex {
  constructor(private readonly readModels: ReadModels) {}

  /** Id of the organisation that has the code; the first entered where an old register gave one twice. */
  async bearerOfCode(code: string): Promise<string | undefined> {
    const db = await this.readModels.of(bindingsProjection);
    const row = await db
      .selectFrom('bindings')
      .select('organisation_id')
      .where('code', '=', code)
      .orderBy('organisation_id')
      .limit(1)
      .executeTakeFirst();
    return row?.organisation_id;
  }

  /** Organisations that stand and whose legal representative has this fingerprint, at most ten, by name. */
  async representedBy(fingerprint: string, exceptId: string): Promise<readonly RepresentedOrganisation[]> {
    const db = await this.readModels.of(bindingsProjection);
    const rows = await db
      .selectFrom('bindings')
      .select(['name', 'code', 'legal_status'])
      .where('representative_fingerprint', '=', fingerprint)
      .where('organisation_id', '<>', exceptId)
      .where('legal_status', 'not in', [...ENDED])
      .orderBy('name')
      .limit(MOST)
      .execute();
    return rows.map(({ name, code, legal_status }) => ({
      name,
      legalStatus: legal_status,
      ...(code === null ? {} : { code }),
    }));
  }
}
