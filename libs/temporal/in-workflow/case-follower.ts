import {
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  setHandler,
  sleep,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { DomainEvent, Instant } from '@hoptac/kernel';
import {
  CASE_PAGE,
  FACTS_SIGNAL,
  PROGRESS_QUERY,
  RETRY_SIGNAL,
  STUCK_MEMO,
  type CaseFact,
  type CaseProgress,
  type CaseStart,
  type CaseStep,
  type SeenType,
  type StuckStep,
} from '../case-workflow.types';
import { caseReading, mayTakeLong } from './activities';
import { caseMilliseconds, caseNow, setSkew } from './case-clock';
import type { EnsureOptions, FollowOptions } from './follow-options';
import { isCancelled, refusalOf, type Refusal } from './refusal';

type Arrived<E extends DomainEvent, T extends E['type']> = Extract<E, { type: T }>;

const NO_FACT: Refusal = { reason: 'The command was answered without a fact', passing: false };
/** Pauses before a step that an outage stopped is tried again. */
const AGAIN_MS = [5_000, 15_000, 60_000, 300_000] as const;
const GAP_PAUSE_MS = 1_000;
const GAP_PAUSE_LIMIT_MS = 60_000;

/**
 * Follows one case: folds its facts with the decider's own `evolve` and gives the story its three words `ensure`, `first`, `until`.
 * Handlers are synchronous; facts already seen are ignored; a gap is closed by reading the stream. The story has one thread.
 */
export class CaseFollower<S, E extends DomainEvent> {
  private folded: S;
  /** Revision of the last fact folded; -1 before the first. */
  private last: number;
  /** Highest revision known to exist. */
  private known: number;
  private readonly seen: Record<string, SeenType>;
  private retries = 0;
  private waiting: Omit<CaseProgress, 'revision' | 'stuck'>;
  private stuck: StuckStep | undefined;
  private stands = 0; // how often in a row the same step stood still
  private awaited: { readonly types: readonly string[]; found?: E } | undefined;
  private readonly reading = caseReading();

  constructor(private readonly options: FollowOptions<S, E>) {
    const { start, decider } = options;
    setSkew(start.skewMs);
    const carried = start.carried;
    this.folded = carried === undefined ? decider.initialState() : (carried.state as S);
    this.last = carried?.revision ?? -1;
    // A case has at least its opening fact: a workflow started without any reads the stream.
    this.known = Math.max(this.last, 0);
    this.seen = { ...carried?.seen };
    this.waiting = { waitsFor: '-', by: 'fact', since: caseNow() };
    setHandler(defineSignal<[readonly CaseFact[]]>(FACTS_SIGNAL), (facts) => {
      this.take(facts);
    });
    setHandler(defineSignal(RETRY_SIGNAL), () => {
      this.retries += 1;
    });
    setHandler(defineQuery<CaseProgress>(PROGRESS_QUERY), () => this.progress());
  }

  /** The case as its facts say it is. */
  get state(): S {
    return this.folded;
  }

  /** How often a fact of the type was seen. */
  count(type: E['type']): number {
    return this.seen[type]?.count ?? 0;
  }

  /** Revision of the latest fact of the type; -1 when there is none. */
  revisionOf(type: E['type']): number {
    return this.seen[type]?.revision ?? -1;
  }

  /**
   * Does a step unless it is already a fact (or no longer owed): one command, whose id is made from case, step and occurrence, so that a retry,
   * a replay or a restart from nothing records it once. A refusal never fails the case: the step is stuck, shown by `progress`, and tried again after a
   * new fact or the signal `retry`.
   * @param types Facts by which the command answers; the first names the step.
   * @returns true when the step is a fact; false when the case moved on or `until` came, and the story has to look again.
   */
  async ensure(
    types: E['type'] | readonly E['type'][],
    command: CaseStep,
    options: EnsureOptions<S> = {},
  ): Promise<boolean> {
    const answers: readonly E['type'][] = typeof types === 'string' ? [types] : types;
    const counted = (): number => answers.reduce((sum, type) => sum + this.count(type), 0);
    const occurrence = options.owed ? counted() : 0;
    const done = (): boolean => (options.owed ? !options.owed(this.folded) : counted() > 0);
    const step = `${String(answers[0])}/${String(occurrence)}`;
    await this.catchUp();
    while (!done()) {
      const before = this.last;
      this.waits(answers, 'command', options.until);
      const refusal = await this.attempt(step, command, done, options.until);
      if (refusal === 'limit') return false;
      await this.readOn(before);
      if (done()) break;
      if (this.last > before) return false;
      if (!(await this.stand(step, refusal ?? NO_FACT, options.until))) return false;
      if (this.last > before) return done();
    }
    this.moves();
    return counted() > occurrence;
  }

  /** A consequence outside the case's own stream: one command, tried until it is accepted; once in the case's life by its command id. */
  async also(step: string, command: CaseStep): Promise<void> {
    const key = `${step}/0`;
    for (;;) {
      this.waits([step], 'command', undefined);
      const refusal = await this.attempt(key, command, () => false, undefined);
      if (refusal === undefined || refusal === 'limit') break;
      await this.stand(key, refusal, undefined);
    }
    this.moves();
  }

  /**
   * Waits for the first new fact of the types, or for a date of the case's clock. When both come in the same moment the fact wins.
   * @returns the fact, or `due` when `until` came first.
   */
  async first<T extends E['type']>(
    types: readonly T[],
    options: { readonly until?: Instant | undefined } = {},
  ): Promise<Arrived<E, T> | 'due'> {
    const awaited: { readonly types: readonly string[]; found?: E } = { types };
    this.awaited = awaited;
    this.moves();
    this.waits(types, 'fact', options.until);
    const came = await this.pause(() => awaited.found !== undefined, options.until);
    this.awaited = undefined;
    return came ? (awaited.found as Arrived<E, T>) : 'due';
  }

  /** Waits until a fact of the type exists; returns at once when it does. */
  async until(type: E['type']): Promise<void> {
    this.waits([type], 'fact', undefined);
    await this.pause(() => this.count(type) > 0, undefined);
  }

  /** One try of a step: undefined when it was answered, `limit` when `until` came first, else why not. */
  private attempt(
    step: string,
    command: CaseStep,
    done: () => boolean,
    until: Instant | undefined,
  ): Promise<Refusal | 'limit' | undefined> {
    const run = async (): Promise<undefined> => {
      const commandId = `${workflowInfo().workflowId}/${step}`;
      const answer = await command({ caseId: this.options.start.caseId, now: caseNow(), commandId });
      this.known = Math.max(this.known, answer.revision);
    };
    // A command stands alone: next to a timer its replay may differ from its run, when a query comes between answer and end of the task (ADR 0050).
    return mayTakeLong(command) ? this.exchange(run, done, until) : run().catch(refusalOf);
  }

  /**
   * A slow exchange must not outlive its purpose: the case may be withdrawn, or a limit fall due, while the other authority is down. Its tries lie up to two
   * hours apart; the signal `retry` begins them anew at once.
   */
  private async exchange(
    run: () => Promise<undefined>,
    done: () => boolean,
    until: Instant | undefined,
  ): Promise<Refusal | 'limit' | undefined> {
    for (;;) {
      const retries = this.retries;
      const scope = new CancellationScope({ cancellable: true });
      const call = { ended: false };
      const answered = scope.run(() => run().finally(() => (call.ended = true)));
      // Looked at below; an early refusal must not count as unhandled.
      answered.catch(() => undefined);
      const told = (): boolean => this.retries > retries;
      const woken = await this.pause(() => call.ended || done() || told(), until, { rest: false });
      const again = woken && !call.ended && !done();
      if (!call.ended) scope.cancel();
      const refusal = await answered.catch((error: unknown) => (isCancelled(error) ? undefined : refusalOf(error)));
      if (!again || done()) return woken ? refusal : 'limit';
    }
  }

  /** Signal handler: folds what comes next, forgets what was seen, remembers that there is more when something is missing. */
  private take(facts: readonly CaseFact[]): void {
    for (const fact of facts) {
      this.known = Math.max(this.known, fact.revision);
      if (fact.revision !== this.last + 1) continue;
      const event = { type: fact.type, data: fact.data } as E;
      this.folded = this.options.decider.evolve(this.folded, event);
      this.last = fact.revision;
      this.seen[fact.type] = { count: (this.seen[fact.type]?.count ?? 0) + 1, revision: fact.revision };
      if (this.awaited?.found === undefined && this.awaited?.types.includes(fact.type)) this.awaited.found = event;
    }
  }

  /** Closes the gap between what is known to exist and what is folded. */
  private async catchUp(): Promise<void> {
    for (let empty = 0; this.known > this.last;) {
      const before = this.last;
      await this.readPage();
      // The store answered less than was already seen of it: a follower node behind its leader.
      if (this.last === before) await sleep(Math.min(GAP_PAUSE_MS * 2 ** empty++, GAP_PAUSE_LIMIT_MS));
    }
  }

  /** After a command: its own fact without waiting for the feeder; after a refusal: what somebody else did first. */
  private async readOn(before: number): Promise<void> {
    if (this.known > this.last) await this.catchUp();
    else if (this.last === before) await this.readPage();
  }

  private async readPage(): Promise<void> {
    const { category, start } = this.options;
    let page: readonly CaseFact[];
    do {
      page = await this.reading.readCase({ category, caseId: start.caseId, fromRevision: this.last + 1 });
      this.take(page);
    } while (page.length === CASE_PAGE);
  }

  /** The one wait: true when `done`, false when `until` came first. Reads the stream when a gap shows; starts a fresh run when the history grows long. */
  private async pause(done: () => boolean, until: Instant | undefined, { rest } = { rest: true }): Promise<boolean> {
    const gap = (): boolean => this.known > this.last;
    const long = (): boolean => rest && workflowInfo().continueAsNewSuggested;
    for (;;) {
      if (rest) await this.catchUp();
      if (done()) return true;
      if (long()) await this.rest();
      const left = until === undefined ? undefined : Date.parse(until) - caseMilliseconds();
      if (left !== undefined && left <= 0) return false;
      const woken = (): boolean => done() || (rest && gap()) || long();
      if (left === undefined) await condition(woken);
      else await condition(woken, left);
    }
  }

  /** The story is a function of the folded state, so a fresh run takes it up where this one stands. */
  private async rest(): Promise<never> {
    const carried = { state: this.folded, revision: this.last, seen: this.seen };
    return continueAsNew<(start: CaseStart) => Promise<void>>({ ...this.options.start, carried });
  }

  /**
   * Stands still at a step that did not come to a fact: until a new fact, the signal `retry`, or by itself after an outage (true), or the limit (false).
   * The memo lets tools find it without asking every case.
   */
  private async stand(step: string, refusal: Refusal, until: Instant | undefined): Promise<boolean> {
    const { reason, passing } = refusal;
    const [facts, retries] = [this.last, this.retries];
    const same = this.stuck?.step === step;
    if (!same || this.stuck?.reason !== reason) {
      this.stuck = { step, reason, since: same && this.stuck ? this.stuck.since : caseNow() };
      upsertMemo({ [STUCK_MEMO]: this.stuck });
    }
    this.stands = same ? this.stands + 1 : 0;
    const pauseMs = AGAIN_MS[Math.min(this.stands, AGAIN_MS.length - 1)] ?? 0;
    const again = passing ? new Date(caseMilliseconds() + pauseMs).toISOString() : undefined;
    const limit = [again, until].filter((at) => at !== undefined).sort()[0] as Instant | undefined;
    const woken = await this.pause(() => this.last > facts || this.retries > retries, limit);
    return woken || (until === undefined ? true : Date.parse(until) > caseMilliseconds());
  }

  private moves(): void {
    if (this.stuck === undefined) return;
    this.stuck = undefined;
    upsertMemo({ [STUCK_MEMO]: null });
  }

  private waits(types: readonly string[], by: 'fact' | 'command', until: Instant | undefined): void {
    const waitsFor = types.join(' | ');
    const since = this.waiting.waitsFor === waitsFor && this.waiting.by === by ? this.waiting.since : caseNow();
    this.waiting = { waitsFor, by, since, ...(until === undefined ? {} : { until }) };
  }

  private progress(): CaseProgress {
    return { ...this.waiting, revision: this.last, ...(this.stuck === undefined ? {} : { stuck: this.stuck }) };
  }
}

/** Call first in a case workflow, before any await: it sets the handlers. */
export function followCase<S, E extends DomainEvent>(options: FollowOptions<S, E>): CaseFollower<S, E> {
  return new CaseFollower(options);
}
