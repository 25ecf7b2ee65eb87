import type { LocalDate } from '@hoptac/kernel';
import { asOf, ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { sql, type Kysely } from 'kysely';
import { stepTimesProjection } from '../step-times/step-times.projection';
import { queueProjection, type QueueTables } from './queue.projection';

/** Open work in figures. */
export interface Counts {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly decide: number;
  readonly late: number;
  readonly dueToday: number;
  readonly correction: number;
  readonly results: number;
}

/** What lies with one officer; `officerId` null: with nobody. */
export interface OfficerLoad {
  readonly officeId: string;
  readonly officerId: string | null;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly waitingForApplicant: number;
  readonly firstDueOn: LocalDate | null;
}

/** One office in figures; medians in seconds over what it decided since `decidedSince`, null where nothing was. */
export interface OfficeLoad {
  readonly officeId: string;
  readonly open: number;
  readonly late: number;
  readonly unassigned: number;
  readonly decide: number;
  readonly firstDueOn: LocalDate | null;
  readonly decided: number;
  readonly decidedLate: number;
  readonly medianToClaim: number | null;
  readonly medianToProposal: number | null;
  readonly medianToDecision: number | null;
  readonly medianToCertificate: number | null;
}

const anyOf = (officeIds: readonly string[]) => sql<boolean>`deciding_office_id = any(${[...officeIds]}::text[])`;
const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})`;
const median = (column: string) => sql<number | null>`percentile_cont(0.5) within group (order by ${sql.ref(column)})`;
const LATE = sql<boolean>`late`;
const UNASSIGNED = sql<boolean>`officer_id is null`;
const DECIDE = sql<boolean>`status = 'AwaitingDecision'`;
const dueBy = (today: LocalDate) => sql<boolean>`due_what = 'decision' and not late and due_on <= ${today}::date`;

/** How much there is to do: counted from the same rows as the queue, so that figures and list never disagree. */
@Injectable()
export class Workload {
  constructor(private readonly readModels: ReadModels) {}

  /** @param desks the reader's own account, and those he stands in for. */
  async counts(officeIds: readonly string[], desks: readonly string[], today: LocalDate): Promise<Counts> {
    const db = await this.readModels.of(queueProjection);
    const open = await openRows(db, officeIds)
      .select([
        count(sql<boolean>`true`).as('open'),
        count(sql<boolean>`officer_id = any(${[...desks]}::text[])`).as('mine'),
        count(UNASSIGNED).as('unassigned'),
        count(DECIDE).as('decide'),
        count(LATE).as('late'),
        count(dueBy(today)).as('dueToday'),
        count(sql<boolean>`status = 'AwaitingCorrection'`).as('correction'),
      ])
      .executeTakeFirstOrThrow();
    const { results } = await db
      .selectFrom('queue')
      .select((eb) => eb.fn.countAll<number>().as('results'))
      .where(asOf(undefined))
      .where('result_owed', '=', true)
      .where(anyOf(officeIds))
      .executeTakeFirstOrThrow();
    return { ...open, results };
  }

  /** By office, then whoever has most that is late. */
  async officers(officeIds: readonly string[], today: LocalDate): Promise<readonly OfficerLoad[]> {
    const db = await this.readModels.of(queueProjection);
    return openRows(db, officeIds)
      .select([
        'deciding_office_id as officeId',
        'officer_id as officerId',
        count(sql<boolean>`true`).as('open'),
        count(LATE).as('late'),
        count(dueBy(today)).as('dueToday'),
        count(sql<boolean>`status = 'AwaitingCorrection'`).as('waitingForApplicant'),
        sql<LocalDate | null>`min(due_on) filter (where due_what = 'decision')`.as('firstDueOn'),
      ])
      .groupBy(['deciding_office_id', 'officer_id'])
      .orderBy('deciding_office_id')
      .orderBy('late', 'desc')
      .orderBy('open', 'desc')
      .execute();
  }

  /** Every office that has or had something, those with late cases first. @param decidedSince epoch seconds. */
  async offices(officeIds: readonly string[], decidedSince: number): Promise<readonly OfficeLoad[]> {
    const queue = await this.readModels.of(queueProjection);
    const times = await this.readModels.of(stepTimesProjection);
    const open = await openRows(queue, officeIds)
      .select([
        'deciding_office_id as officeId',
        count(sql<boolean>`true`).as('open'),
        count(LATE).as('late'),
        count(UNASSIGNED).as('unassigned'),
        count(DECIDE).as('decide'),
        sql<LocalDate | null>`min(due_on) filter (where due_what = 'decision')`.as('firstDueOn'),
      ])
      .groupBy('deciding_office_id')
      .execute();
    const done = await times
      .selectFrom('step_times')
      .select([
        'office_id as officeId',
        count(sql<boolean>`true`).as('decided'),
        count(LATE).as('decidedLate'),
        median('to_claim').as('medianToClaim'),
        median('to_proposal').as('medianToProposal'),
        median('to_decision').as('medianToDecision'),
        median('to_certificate').as('medianToCertificate'),
      ])
      .where(sql<boolean>`office_id = any(${[...officeIds]}::text[])`)
      .where('decided_s', '>=', decidedSince)
      .groupBy('office_id')
      .execute();
    const ids = [...new Set([...open, ...done].map(({ officeId }) => officeId))];
    return ids
      .map((officeId) => ({
        ...NOTHING,
        ...open.find((row) => row.officeId === officeId),
        ...done.find((row) => row.officeId === officeId),
        officeId,
      }))
      .sort((a, b) => b.late - a.late || b.open - a.open || a.officeId.localeCompare(b.officeId));
  }
}

const openRows = (db: Kysely<QueueTables>, officeIds: readonly string[]) =>
  db.selectFrom('queue').where(asOf(undefined)).where(anyOf(officeIds)).where('closed', '=', false);

const NOTHING = {
  open: 0,
  late: 0,
  unassigned: 0,
  decide: 0,
  firstDueOn: null,
  decided: 0,
  decidedLate: 0,
  medianToClaim: null,
  medianToProposal: null,
  medianToDecision: null,
  medianToCertificate: null,
} as const;
