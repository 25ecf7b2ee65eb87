import { type AuthenticatedActor, RoleBook } from '@hoptac/identity';
import { invalidInput } from '@hoptac/kernel';
import { Metrics, StatusRefusal } from '@hoptac/platform';
import { type ReadModelChange, ReadModels } from '@hoptac/projections';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Writable } from 'node:stream';
import { Gauge } from 'prom-client';
import { LiveConnection, type Followed } from './live-connection';
import type { LiveTopic, Onlooker } from './live-topic';

/** Pages of one person that are told at once; of more, the oldest falls back to asking. */
export const MOST_OF_A_PERSON = 12;
const MOST_IN_ALL = 2_000;
/** Facts of this time are told together. */
const GATHER_MS = 100;
const BEAT_MS = 20_000;
/** A stream ends after this and the page comes back by itself: rights are then asked anew. */
const LONGEST_MS = 900_000;
const RETRY_MS = 2_000;
const MOST_ONLOOKERS = 10;

interface Gathered {
  /** Undefined: any. */
  streams: Set<string> | undefined;
}

/** Open pages of this process, and what each waits for. Wakes from the read models' own notices; holds nothing of what changed. */
@Injectable()
export class LiveHub implements OnModuleInit, BeforeApplicationShutdown {
  private readonly topics = new Map<string, LiveTopic>();
  private readonly open = new Set<LiveConnection>();
  private readonly gathered = new Map<string | undefined, Gathered>();
  private readonly crowds = new Set<string>();
  private readonly positions = new Map<string, bigint>();
  private gathering: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;
  private unfollow: (() => void) | undefined;
  private stopped = false;

  constructor(
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(RoleBook) private readonly roles: RoleBook,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.unfollow = this.readModels.follow((change) => {
      this.hear(change);
    });
    this.beating = setInterval(() => {
      this.beat();
    }, BEAT_MS).unref();
    const { open } = this;
    new Gauge({
      name: 'hoptac_live_pages',
      help: 'Open pages that are told of changes.',
      registers: [this.metrics.registry],
      collect() {
        this.set(open.size);
      },
    });
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    this.unfollow?.();
    clearInterval(this.beating);
    clearTimeout(this.gathering);
    for (const connection of this.open) connection.end('stopping');
    this.open.clear();
  }

  /** Offers something to be followed. */
  offer(topic: LiveTopic): void {
    this.topics.set(topic.name, topic);
  }

  get size(): number {
    return this.open.size;
  }

  /**
   * Checks every right first; only then may the answer begin.
   * @throws DomainError `LIVE.TOPIC_UNKNOWN` (400) and what each topic's page would refuse. @throws StatusRefusal 503 when too many pages are open.
   */
  async admit(actor: AuthenticatedActor, wanted: readonly string[]): Promise<readonly Followed[]> {
    if (this.stopped || this.open.size >= MOST_IN_ALL)
      throw new StatusRefusal(503, 'LIVE.TOO_MANY_PAGES', 'Too many pages follow', 30);
    return Promise.all(
      wanted.map(async (of) => {
        const cut = of.indexOf(':');
        const model = cut < 0 ? of : of.slice(0, cut);
        const topic = this.topics.get(model);
        if (topic === undefined) throw invalidInput('LIVE.TOPIC_UNKNOWN', `Nothing called ${model} can be followed`);
        const interest = await topic.admit(actor, cut < 0 ? undefined : of.slice(cut + 1));
        return { of, model, interest, position: await this.positionOf(model) };
      }),
    );
  }

  /** @param seen positions of the page's last event, in the order of what it follows; undefined on its first visit. */
  begin(
    actor: AuthenticatedActor,
    followed: readonly Followed[],
    seen: readonly bigint[] | undefined,
    out: Writable,
  ): void {
    const connection = new LiveConnection(actor.personId, followed, out);
    this.open.add(connection);
    out.once('close', () => {
      if (this.open.delete(connection)) this.gatherCrowds(followed);
    });
    connection.begin(RETRY_MS + Math.round(Math.random() * RETRY_MS));
    if (seen !== undefined) connection.catchUp(seen);
    const own = [...this.open].filter(({ personId }) => personId === actor.personId);
    for (const oldest of own.slice(0, Math.max(0, own.length - MOST_OF_A_PERSON))) this.close(oldest, 'crowded');
    this.gatherCrowds(followed);
  }

  private async positionOf(model: string): Promise<bigint> {
    const position = (await this.readModels.position(model)) ?? 0n;
    if (position > (this.positions.get(model) ?? 0n)) this.positions.set(model, position);
    return position;
  }

  private hear({ name, position, streams }: ReadModelChange): void {
    if (name !== undefined && position !== undefined) this.positions.set(name, position);
    if (streams?.length === 0 || this.open.size === 0) return;
    const before = this.gathered.get(name);
    if (streams === undefined || (before !== undefined && before.streams === undefined)) {
      this.gathered.set(name, { streams: undefined });
    } else {
      this.gathered.set(name, { streams: new Set([...(before?.streams ?? []), ...streams]) });
    }
    this.gather();
  }

  private gatherCrowds(followed: readonly Followed[]): void {
    for (const { of, interest } of followed) if (interest.onlooker !== undefined) this.crowds.add(of);
    if (this.crowds.size > 0) this.gather();
  }

  private gather(): void {
    if (this.stopped) return;
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.tell();
    }, GATHER_MS);
  }

  private tell(): void {
    const changes = [...this.gathered];
    this.gathered.clear();
    for (const [model, { streams }] of changes) {
      const change = streams === undefined ? {} : { streams: [...streams] };
      for (const connection of this.open) {
        // Whose look-up fails asks by itself when the stream comes back.
        connection
          .consider(model, change, (of) => this.positions.get(of) ?? 0n)
          .catch(() => {
            connection.cut();
          });
      }
    }
    const crowds = [...this.crowds];
    this.crowds.clear();
    for (const of of crowds) this.tellCrowd(of);
  }

  private tellCrowd(of: string): void {
    const present = [...this.open].flatMap((connection) =>
      connection.followed.flatMap((one) =>
        one.of === of && one.interest.onlooker !== undefined ? [{ connection, onlooker: one.interest.onlooker }] : [],
      ),
    );
    const people = new Map<string, Onlooker>(present.map(({ onlooker }) => [onlooker.personId, onlooker]));
    for (const { connection } of present) {
      const others = [...people.values()].filter(({ personId }) => personId !== connection.personId);
      connection.seeOthers(of, others.slice(0, MOST_ONLOOKERS));
    }
  }

  private beat(): void {
    for (const connection of this.open) {
      if (!connection.beat()) connection.cut();
      else if (Date.now() - connection.openedAt > LONGEST_MS) this.close(connection, 'renew');
      else if (this.isOver(connection)) this.close(connection, 'signed-out');
    }
  }

  private isOver({ personId, openedAt }: LiveConnection): boolean {
    const endedAt = this.roles.sessionsEndedAt(personId);
    return this.roles.isLocked(personId) || (endedAt !== undefined && Date.parse(endedAt) >= openedAt);
  }

  private close(connection: LiveConnection, why: 'renew' | 'crowded' | 'signed-out'): void {
    this.open.delete(connection);
    connection.end(why);
    this.gatherCrowds(connection.followed);
  }
}
