import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { draftsProjection } from './drafts.projection';

export interface ListedDraft {
  readonly id: string;
  readonly opened_at: string;
  readonly expires_on: string | null;
}

/** Readers' side of `dossiers.drafts`. */
@Injectable()
export class DraftList {
  constructor(private readonly readModels: ReadModels) {}

  /** Open drafts of one person, the newest first. */
  async openOf(ownerId: string, limit: number): Promise<readonly ListedDraft[]> {
    const db = await this.readModels.of(draftsProjection);
    return db
      .selectFrom('drafts')
      .select(['id', 'opened_at', 'expires_on'])
      .where('owner_id', '=', ownerId)
      .where('status', '=', 'Open')
      .orderBy('opened_at', 'desc')
      .limit(limit)
      .execute();
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(draftsProjection.name, position);
  }
}
