import { ReadModels } from '@hoptac/projections';
import { Injectable } from '@nestjs/common';
import { mailProjection, type CaseMailRow, type NoticeRow } from './mail.projection';

export interface NoticePage {
  readonly items: readonly NoticeRow[];
  /** Opaque; present when there is more. */
  readonly next?: string;
}

/** Readers' side of `correspondence.mail`. */
@Injectable()
export class MailBook {
  constructor(private readonly readModels: ReadModels) {}

  /** Papers and notices of one case; undefined while nothing is owed. */
  async ofCase(caseId: string): Promise<CaseMailRow | undefined> {
    const db = await this.readModels.of(mailProjection);
    return db.selectFrom('cases').selectAll().where('case_id', '=', caseId).executeTakeFirst();
  }

  /** Every case that owes or owed something, in order of ids. */
  async caseIds(): Promise<readonly string[]> {
    const db = await this.readModels.of(mailProjection);
    const rows = await db.selectFrom('cases').select('case_id').orderBy('case_id').execute();
    return rows.map(({ case_id }) => case_id);
  }

  /** The latest change first, then id. */
  async notices(
    status: NoticeRow['status'] | undefined,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<NoticePage> {
    const db = await this.readModels.of(mailProjection);
    let query = db
      .selectFrom('notices')
      .selectAll()
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (status !== undefined) query = query.where('status', '=', status);
    const after = cursor === undefined ? undefined : placeOf(cursor);
    if (after !== undefined)
      query = query.where((eb) => eb(eb.refTuple('changed_at', 'id'), '<', eb.tuple(after[0], after[1])));
    const rows = await query.execute();
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(rows.length > limit && last ? { next: cursorOf(last) } : {}) };
  }

  /** How many notices are in each status. */
  async counts(): Promise<Readonly<Record<NoticeRow['status'], number>>> {
    const db = await this.readModels.of(mailProjection);
    const rows = await db
      .selectFrom('notices')
      .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
      .groupBy('status')
      .execute();
    return { owed: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
  }

  async waitFor(position: bigint): Promise<boolean> {
    return this.readModels.waitFor(mailProjection.name, position);
  }
}

const cursorOf = ({ changed_at, id }: NoticeRow): string =>
  Buffer.from(JSON.stringify([changed_at, id])).toString('base64url');

/** Undefined for a cursor that was not ours: the list then begins at its beginning. */
function placeOf(cursor: string): readonly [string, string] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed)) return undefined;
    const [changedAt, id] = parsed as unknown[];
    return typeof changedAt === 'string' && typeof id === 'string' ? [changedAt, id] : undefined;
  } catch {
    return undefined;
  }
}
