import { searchText } from '@hoptac/kernel';
import { pageAfter, ReadModels, type Page, type PageRequest } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import {
  applicationsProjection,
  type ApplicationEntryRow,
  type ApplicationRow,
  type ApplicationTurn,
} from './applications.projection';

export interface ApplicationFilter {
  readonly officeIds: readonly string[];
  readonly closed: boolean;
  readonly fundId?: string;
  readonly status?: string;
  readonly waitingFor?: ApplicationTurn;
  readonly appraiserId?: string;
  readonly late?: boolean;
  readonly text?: string;
}

const MOST_ENTRIES = 500;

/** Readers' side of `support-fund.applications`. */
@Injectable()
export class ApplicationList {
  constructor(private readonly readModels: ReadModels) {}

  async find(id: string): Promise<ApplicationRow | undefined> {
    const db = await this.readModels.of(applicationsProjection);
    return db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async ofIds(ids: readonly string[]): Promise<readonly ApplicationRow[]> {
    if (ids.length === 0) return [];
    const db = await this.readModels.of(applicationsProjection);
    return db.selectFrom('applications').selectAll().where('id', 'in', ids).execute();
  }

  /** The fund's work: the earliest limit first. */
  async queue(filter: ApplicationFilter, request: PageRequest): Promise<Page<ApplicationRow>> {
    return pageAfter((await this.filtered(filter)).selectAll(), request);
  }

  async count(filter: ApplicationFilter): Promise<number> {
    const { total } = await (
      await this.filtered(filter)
    )
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  }

  /** What an account handed in. */
  async ofApplicant(applicantId: string, request: PageRequest): Promise<Page<ApplicationRow>> {
    const db = await this.readModels.of(applicationsProjection);
    return pageAfter(db.selectFrom('applications').selectAll().where('applicant_id', '=', applicantId), request);
  }

  /** Timeline in order, at most 500 lines. */
  async entries(id: string): Promise<readonly ApplicationEntryRow[]> {
    const db = await this.readModels.of(applicationsProjection);
    return db
      .selectFrom('entries')
      .selectAll()
      .where('application_id', '=', id)
      .orderBy('revision')
      .limit(MOST_ENTRIES)
      .execute();
  }

  /** Read-your-write: false when the list is not there yet within the time. */
  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(applicationsProjection.name, position);
  }

  private async filtered(filter: ApplicationFilter) {
    const db = await this.readModels.of(applicationsProjection);
    let query = db
      .selectFrom('applications')
      .where(sql<boolean>`office_id = any(${[...filter.officeIds]}::text[])`)
      .where('closed', '=', filter.closed);
    if (filter.fundId !== undefined) query = query.where('fund_id', '=', filter.fundId);
    if (filter.status !== undefined) query = query.where('status', '=', filter.status);
    if (filter.waitingFor !== undefined) query = query.where('waiting_for', '=', filter.waitingFor);
    if (filter.appraiserId !== undefined) query = query.where('appraiser_id', '=', filter.appraiserId);
    if (filter.late !== undefined) query = query.where('late', '=', filter.late);
    for (const word of searchText(filter.text ?? '')
      .split(' ')
      .filter(Boolean))
      query = query.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    return query;
  }
}
