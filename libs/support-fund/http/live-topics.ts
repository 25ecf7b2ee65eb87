import { AreaTree, assertMay, mayActIn, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { LiveHub, type LiveChange, type LiveInterest } from '@hoptac/live';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ApplicationList } from '../read-models/applications/application-list';
import { applicationsProjection, type ApplicationRow } from '../read-models/applications/applications.projection';

const PREFIX = 'loanApplication-';

/** What pages on loan applications may follow: the applications that somebody may read, or one of them. */
@Injectable()
export class FundLiveTopics implements OnModuleInit {
  private readonly touched = new WeakMap<LiveChange, Promise<readonly ApplicationRow[]>>();

  constructor(
    private readonly hub: LiveHub,
    private readonly list: ApplicationList,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.hub.offer({
      name: applicationsProjection.name,
      admit: async (actor, id) => (id === undefined ? this.ofAll(actor) : this.ofOne(actor, id)),
    });
  }

  private ofAll(actor: AuthenticatedActor): LiveInterest {
    const readable = ({ office_id: officeId, applicant_id: ownerId }: ApplicationRow): boolean =>
      mayActIn(actor, 'supportFund.read', { officeId, ownerId }, localDateOf(this.clock.now()), this.areas);
    return { concerns: async (change) => (await this.rowsOf(change)).some(readable) };
  }

  private async ofOne(actor: AuthenticatedActor, id: string): Promise<LiveInterest> {
    const row = await this.list.find(id);
    if (row === undefined) throw notFound('SUPPORT_FUND.APPLICATION_NOT_FOUND', 'There is no such application');
    const subject = { officeId: row.office_id, ownerId: row.applicant_id };
    assertMay(actor, 'supportFund.read', subject, localDateOf(this.clock.now()), this.areas);
    const stream = `${PREFIX}${id}`;
    return { concerns: ({ streams = [] }) => streams.includes(stream) };
  }

  /** The applications that a change touches, looked up once however many pages ask. */
  private rowsOf(change: LiveChange): Promise<readonly ApplicationRow[]> {
    const ids = (change.streams ?? [])
      .filter((stream) => stream.startsWith(PREFIX))
      .map((stream) => stream.slice(PREFIX.length));
    const rows = this.touched.get(change) ?? this.list.ofIds(ids);
    this.touched.set(change, rows);
    return rows;
  }
}
