import { searchText, type LocalDate } from '@hoptac/kernel';
import { asOf, pageAfter, ReadModels, type Page, type PageRequest } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import type { DossierStatus } from '../../domain';
import type { DossierSummary } from '../summary/dossier-summary';
import { queueProjection, type QueueTables } from './queue.projection';

export interface QueueFilter {
  /** Offices whose dossiers the reader may see. */
  readonly officeIds: readonly string[];
  readonly status?: DossierStatus;
  /** With one of these officers. */
  readonly officerIds?: readonly string[];
  readonly unassigned?: boolean;
  readonly late?: boolean;
  /** First and last day of the running limit. */
  readonly dueFrom?: LocalDate;
  readonly dueTo?: LocalDate;
  /** Only closed ones whose result has not been handed over. */
  readonly resultOwed?: boolean;
  /** Only open ones, or only closed ones. */
  readonly closed: boolean;
  /** Words of the name, or part of the case code. */
  readonly text?: string;
}

/** Readers' side of `dossiers.queue`. */
@Injectable()
export class Queue {
  constructor(private readonly readModels: ReadModels) {}

  /** By legal due time, the earliest first. */
  async page(filter: QueueFilter, request: PageRequest): Promise<Page<DossierSummary>> {
    const db = await this.readModels.of(queueProjection);
    return pageAfter(filtered(db, filter, request.asOf), request);
  }

  async count(filter: QueueFilter, position?: bigint): Promise<number> {
    const db = await this.readModels.of(queueProjection);
    const { count } = await filtered(db, filter, position)
      .clearSelect()
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Offices that deal with these dossiers; those unknown to the list are left out. */
  async officesOf(dossierIds: readonly string[]): Promise<ReadonlySet<string>> {
    const db = await this.readModels.of(queueProjection);
    const rows = await db
      .selectFrom('queue')
      .select('deciding_office_id')
      .distinct()
      .where(asOf(undefined))
      .where(sql<boolean>`id = any(${[...dossierIds]}::text[])`)
      .execute();
    return new Set(rows.map((row) => row.deciding_office_id));
  }

  /** Read-your-write: false when the list is not there yet within the time. */
  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(queueProjection.name, position);
  }
}

function filtered(db: Kysely<QueueTables>, filter: QueueFilter, position: bigint | undefined) {
  let query = db
    .selectFrom('queue')
    .selectAll()
    .where(asOf(position))
    .where(sql<boolean>`deciding_office_id = any(${[...filter.officeIds]}::text[])`)
    .where('closed', '=', filter.closed);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.officerIds !== undefined) query = query.where('officer_id', 'in', [...filter.officerIds]);
  if (filter.unassigned === true) query = query.where('officer_id', 'is', null);
  if (filter.late !== undefined) query = query.where('late', '=', filter.late);
  if (filter.dueFrom !== undefined) query = query.where('due_on', '>=', filter.dueFrom);
  if (filter.dueTo !== undefined) query = query.where('due_on', '<=', filter.dueTo);
  if (filter.resultOwed === true) query = query.where('result_owed', '=', true);
  for (const word of searchText(filter.text ?? '')
    .split(' ')
    .filter(Boolean)) {
    query = query.where('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return query;
}
