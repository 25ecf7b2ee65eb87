import { AreaTree, assertMay, type AuthenticatedActor } from '@hoptac/identity';
import { CLOCK, forbidden, localDateOf, notFound, type Clock } from '@hoptac/kernel';
import { LiveHub, type LiveChange, type LiveInterest } from '@hoptac/live';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { listableOffices } from '../application/reading-rights';
import { isFiled } from '../domain';
import { CasePages } from '../read-models/case-page/case-page';
import { casePageProjection } from '../read-models/case-page/case-page.projection';
import { MyDossiers } from '../read-models/my-dossiers/my-dossiers';
import { myDossiersProjection } from '../read-models/my-dossiers/my-dossiers.projection';
import { Queue } from '../read-models/queue/queue';
import { queueProjection } from '../read-models/queue/queue.projection';

const PREFIX = 'dossier-';

/** Ids of the dossiers that a change touches. */
const dossiersOf = ({ streams = [] }: LiveChange): string[] =>
  streams.filter((stream) => stream.startsWith(PREFIX)).map((stream) => stream.slice(PREFIX.length));

/** What pages on dossiers may follow: the queue, one's own dossiers, one case (and who else looks at it). */
@Injectable()
export class DossierLiveTopics implements OnModuleInit {
  private readonly offices = new WeakMap<LiveChange, Promise<ReadonlySet<string>>>();
  private readonly applicants = new WeakMap<LiveChange, Promise<ReadonlySet<string>>>();

  constructor(
    private readonly hub: LiveHub,
    private readonly queue: Queue,
    private readonly mine: MyDossiers,
    private readonly cases: CasePages,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.hub.offer({ name: queueProjection.name, admit: async (actor) => this.ofQueue(actor) });
    this.hub.offer({ name: myDossiersProjection.name, admit: async (actor) => this.ofMine(actor) });
    this.hub.offer({ name: casePageProjection.name, admit: (actor, id) => this.ofCase(actor, id) });
  }

  private ofQueue(actor: AuthenticatedActor): LiveInterest {
    const listable = listableOffices(actor, localDateOf(this.clock.now()), this.areas);
    if (listable.length === 0) throw forbidden('IDENTITY.NOT_PERMITTED', 'No role lists dossiers');
    return {
      concerns: async (change) => {
        const touched = await once(this.offices, change, (ids) => this.queue.officesOf(ids));
        return listable.some((office) => touched.has(office));
      },
    };
  }

  private ofMine({ personId }: AuthenticatedActor): LiveInterest {
    return {
      concerns: async (change) =>
        (await once(this.applicants, change, (ids) => this.mine.applicantsOf(ids))).has(personId),
    };
  }

  private async ofCase(actor: AuthenticatedActor, id: string | undefined): Promise<LiveInterest> {
    const row = id === undefined ? undefined : await this.cases.find(id);
    if (row === undefined || !isFiled(row.state)) throw notFound('DOSSIERS.NOT_FOUND', 'There is no such dossier');
    const { decidingOfficeId: officeId, applicantId: ownerId } = row.state;
    const by = assertMay(actor, 'dossiers.read', { officeId, ownerId }, localDateOf(this.clock.now()), this.areas);
    const stream = `${PREFIX}${row.id}`;
    return {
      concerns: ({ streams = [] }) => streams.includes(stream),
      // Staff see who of the staff looks; applicants neither see nor are seen.
      ...(by.role === 'applicant' ? {} : { onlooker: { personId: actor.personId, name: actor.name, role: by.role } }),
    };
  }
}

/** One look-up per change, however many pages ask. */
function once(
  known: WeakMap<LiveChange, Promise<ReadonlySet<string>>>,
  change: LiveChange,
  lookUp: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<ReadonlySet<string>> {
  const found = known.get(change) ?? lookUp(dossiersOf(change));
  known.set(change, found);
  return found;
}
