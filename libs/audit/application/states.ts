import { dossierDefinition, type DossierEvent, type DossierState } from '@hoptac/dossiers/domain';
import { EVENT_STORE, streamName, type EventStore } from '@hoptac/event-store';
import { fold, type Recorded } from '@hoptac/kernel';
import { userDefinition, type User, type UserEvent } from '@hoptac/identity';
import { organisationDefinition, type OrganisationEvent, type OrganisationState } from '@hoptac/registry/domain';
import { Inject, Injectable } from '@nestjs/common';

/** What an inspector may follow: an organisation, a case, or an account. */
export type SubjectKind = 'organisation' | 'case' | 'account';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What the facts of a subject add up to at a place in the log; what did not exist there is absent. */
export interface SubjectState {
  readonly organisation?: OrganisationState;
  readonly dossiers: Readonly<Record<string, DossierState>>;
  readonly account?: User;
}

type Streams = Readonly<Record<string, readonly Recorded[]>>;

/** States of subjects at any place in the log, folded by their own domains: the same `evolve` by which commands are decided. */
@Injectable()
export class States {
  constructor(@Inject(EVENT_STORE) private readonly events: EventStore) {}

  /** The streams that make up a subject: its own, and for an organisation those of the dossiers that made it. */
  async streamsOf({ kind, id }: Subject): Promise<readonly string[]> {
    if (kind === 'case') return [streamName(dossierDefinition.category, id)];
    if (kind === 'account') return [streamName(userDefinition.category, id)];
    const own = streamName(organisationDefinition.category, id);
    const { events } = await this.events.readStream(own);
    const dossiers = events.flatMap(({ event }) => {
      const { dossierId } = event.data as { dossierId?: unknown };
      return typeof dossierId === 'string' ? [streamName(dossierDefinition.category, dossierId)] : [];
    });
    return [own, ...new Set(dossiers)];
  }

  /** The subject at each of the positions; its streams are read once. */
  async at(subject: Subject, positions: readonly (bigint | undefined)[]): Promise<readonly SubjectState[]> {
    const names = await this.streamsOf(subject);
    const read = await Promise.all(
      names.map(async (name) => [name, (await this.events.readStream(name)).events] as const),
    );
    return positions.map((position) => stateAt(Object.fromEntries(read), position));
  }
}

function stateAt(streams: Streams, position: bigint | undefined): SubjectState {
  const dossiers: Record<string, DossierState> = {};
  let organisation: OrganisationState | undefined;
  let account: User | undefined;
  for (const [name, all] of Object.entries(streams)) {
    const events = all
      .filter((recorded) => position === undefined || recorded.position.commit <= position)
      .map(({ event }) => event);
    if (events.length === 0) continue;
    const [category, id] = [name.slice(0, name.indexOf('-')), name.slice(name.indexOf('-') + 1)];
    if (category === organisationDefinition.category)
      organisation = fold(organisationDefinition.decider, events as OrganisationEvent[]);
    else if (category === dossierDefinition.category)
      dossiers[id] = fold(dossierDefinition.decider, events as DossierEvent[]);
    else account = fold(userDefinition.decider, events as UserEvent[]);
  }
  return { dossiers, ...(organisation ? { organisation } : {}), ...(account ? { account } : {}) };
}
