/**
 * kill-in-append: kills the node with SIGKILL under load, round after round on the same store, and holds what it promised
 * against what is there. Everything follows from the seed but the timing of the machine.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  START,
  type AllStreamSubscription,
  type EventData,
  type Position,
} from '@eventstore/db-client';
import { startOwnNode, type OwnNode } from '../../conformance/harness';
import { openForReading, storePaths } from '../../../apps/event-node/store/database';
import { verifyStore } from '../../../apps/event-node/tools/verify';

/** What the rounds did and found. */
export interface Outcome {
  seed: number;
  rounds: number;
  acknowledged: number;
  unanswered: number;
  /** Unanswered appends that were in the store after all. */
  landed: number;
  events: number;
  seen: number;
  problems: string[];
}

interface Attempt {
  stream: string;
  expected: bigint | typeof NO_STREAM | 'any';
  events: EventData[];
}

const EXACT_WRITERS = 8;
const ANY_WRITERS = 8;
/** Appends under way per writer that names no revision. */
const ANY_UNDERWAY = 4;

/** A small seeded generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class KillRounds {
  private readonly dir = mkdtempSync(join(tmpdir(), 'event-kill-'));
  private readonly next: () => number;
  private readonly outcome: Outcome;
  /** Ids of acknowledged events per stream, in the order of their acknowledgement. */
  private readonly promised = new Map<string, string[][]>();
  private readonly revisions = new Map<string, number>();
  private readonly seen: { position: bigint; id: string }[] = [];
  private open: Attempt[] = [];
  private running = false;

  constructor(
    seed: number,
    private readonly log: (line: string) => void = () => undefined,
  ) {
    this.next = random(seed);
    this.outcome = { seed, rounds: 0, acknowledged: 0, unanswered: 0, landed: 0, events: 0, seen: 0, problems: [] };
  }

  /** Runs the rounds, then the last reckoning. */
  async run(rounds: number): Promise<Outcome> {
    try {
      for (let n = 1; n <= rounds && this.outcome.problems.length === 0; n++) {
        await this.round();
        this.outcome.rounds = n;
        if (n % 10 === 0)
          this.log(
            `round ${n}: ${this.outcome.acknowledged} acknowledged, ${this.outcome.unanswered} unanswered of which ${this.outcome.landed} had landed`,
          );
      }
      await this.reckon();
      return this.outcome;
    } finally {
      rmSync(this.dir, { recursive: true, force: true });
    }
  }

  private async round(): Promise<void> {
    const node = await startOwnNode({}, this.dir);
    const client = EventStoreDBClient.connectionString(node.url);
    await this.settleOpen(client);
    const subscription = this.follow(client);
    this.running = true;
    const writers = [
      ...Array.from({ length: EXACT_WRITERS }, (_, n) => this.write(client, `exact-${n}`, false)),
      ...Array.from({ length: ANY_WRITERS * ANY_UNDERWAY }, (_, n) =>
        this.write(client, `any-${n % ANY_WRITERS}`, true),
      ),
    ];
    await new Promise((resolve) => setTimeout(resolve, 100 + this.next() * 600));
    await node.kill();
    this.running = false;
    await Promise.all(writers);
    await subscription.unsubscribe();
    await client.dispose();
  }

  private async write(client: EventStoreDBClient, stream: string, any: boolean): Promise<void> {
    while (this.running) {
      const events = Array.from({ length: 1 + Math.floor(this.next() * 5) }, (_, n) =>
        jsonEvent({ type: 'Struck', data: { n, text: 'x'.repeat(Math.floor(this.next() * 400)) } }),
      );
      const revision = this.revisions.get(stream) ?? -1;
      const attempt: Attempt = { stream, expected: any ? 'any' : revision < 0 ? NO_STREAM : BigInt(revision), events };
      try {
        await this.send(client, attempt);
      } catch {
        this.open.push(attempt);
        return;
      }
    }
  }

  private async send(client: EventStoreDBClient, attempt: Attempt): Promise<void> {
    const result = await client.appendToStream(attempt.stream, attempt.events, { expectedRevision: attempt.expected });
    this.outcome.acknowledged++;
    const list = this.promised.get(attempt.stream) ?? [];
    this.promised.set(attempt.stream, list);
    list.push(attempt.events.map((event) => event.id));
    this.revisions.set(
      attempt.stream,
      Math.max(this.revisions.get(attempt.stream) ?? -1, Number(result.nextExpectedRevision)),
    );
  }

  /** After a start: an unanswered append is there whole or not at all; sent again it lands once. */
  private async settleOpen(client: EventStoreDBClient): Promise<void> {
    const open = this.open;
    this.open = [];
    const there = new Set<string>();
    for (const stream of new Set(open.map((one) => one.stream)))
      for (const id of await this.ids(client, stream, this.lately(stream))) there.add(id);
    for (const attempt of open) {
      const landed = attempt.events.filter((event) => there.has(event.id)).length;
      if (landed !== 0 && landed !== attempt.events.length)
        this.problem(`half an append in ${attempt.stream}: ${landed} of ${attempt.events.length}`);
      this.outcome.unanswered++;
      if (landed > 0) this.outcome.landed++;
      try {
        await this.send(client, attempt);
      } catch (error) {
        this.problem(
          `an unanswered append to ${attempt.stream} (${attempt.expected}) was refused when sent again: ${(error as Error).constructor.name}`,
        );
      }
    }
  }

  private follow(client: EventStoreDBClient): AllStreamSubscription {
    const last = this.seen[this.seen.length - 1]?.position;
    const fromPosition: Position | typeof START = last === undefined ? START : { commit: last, prepare: last };
    const subscription = client.subscribeToAll({ fromPosition });
    subscription.on('error', () => undefined);
    subscription.on('data', (one) => {
      if (one.event) this.seen.push({ position: one.event.position.commit, id: one.event.id });
    });
    return subscription;
  }

  /** A revision before which nothing unanswered can stand: what was open at a kill was written around the last answer. */
  private lately(stream: string): number {
    return Math.max(0, (this.revisions.get(stream) ?? 0) - 500);
  }

  private async ids(client: EventStoreDBClient, stream: string, from = 0): Promise<string[]> {
    const ids: string[] = [];
    try {
      for await (const one of client.readStream(stream, { fromRevision: BigInt(from) }))
        if (one.event) ids.push(one.event.id);
    } catch (error) {
      if ((error as { type?: string }).type !== 'stream-not-found') throw error;
    }
    return ids;
  }

  /** Everything promised is there once; whole appends stand together; the subscriber saw exactly the log. */
  private async reckon(): Promise<void> {
    const node: OwnNode = await startOwnNode({}, this.dir);
    const client = EventStoreDBClient.connectionString(node.url);
    await this.settleOpen(client);
    for (const [stream, appends] of this.promised) {
      const ids = await this.ids(client, stream);
      const place = new Map(ids.map((id, n) => [id, n]));
      if (place.size !== ids.length) this.problem(`${stream} holds an event twice`);
      const wanted = appends.reduce((sum, one) => sum + one.length, 0);
      if (ids.length !== wanted) this.problem(`${stream} holds ${ids.length} events, promised were ${wanted}`);
      for (const append of appends) {
        const first = place.get(append[0] as string);
        if (first === undefined || append.some((id, n) => place.get(id) !== first + n))
          this.problem(`an acknowledged append to ${stream} is not there whole`);
      }
    }
    const all: { position: bigint; id: string }[] = [];
    for await (const one of client.readAll())
      if (one.event) all.push({ position: one.event.position.commit, id: one.event.id });
    const subscription = this.follow(client);
    const end = Date.now() + 20_000;
    while (this.seen.length < all.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    await subscription.unsubscribe();
    if (this.seen.length !== all.length || this.seen.some((one, n) => one.id !== all[n]?.id))
      this.problem(`the subscriber saw ${this.seen.length} events, the log has ${all.length}, or in another order`);
    this.outcome.events = all.length;
    this.outcome.seen = this.seen.length;
    await client.dispose();
    await node.stop();
    const db = openForReading(storePaths(this.dir).database);
    const verification = verifyStore(db);
    db.close();
    if (!verification.ok) this.problem(`verify: ${verification.problem}`);
  }

  private problem(text: string): void {
    this.outcome.problems.push(text);
    this.log(text);
  }
}
