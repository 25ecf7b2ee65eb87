import type { Position, Recorded } from '@hoptac/kernel';
import { tellSteps } from '@hoptac/platform';
import { caseFact } from '../cases/case-fact';
import { caseIdOf, type CaseCategory } from '../cases/case-category';
import type { CaseDelivery } from '../cases/case-delivery';
import type { CaseFact } from '../case-workflow.types';
import { isEngineOutage } from '../client/outage';
import { Watermark, type Ticket } from './watermark';

export interface QueueLimits {
  /** Cases whose facts are on their way at the same time. */
  readonly atOnce: number;
  /** Waking facts kept in memory before the subscription has to wait. */
  readonly backlog: number;
  /** Facts kept to ride along with a later one; beyond, the oldest are forgotten and read by the workflow as a gap. */
  readonly riders: number;
  /** First and longest pause while the engine is away, milliseconds. */
  readonly pauseMs: readonly [number, number];
}

export const QUEUE_LIMITS: QueueLimits = { atOnce: 64, backlog: 5_000, riders: 20_000, pauseMs: [250, 5_000] };

interface CaseQueue {
  readonly stream: string;
  readonly category: CaseCategory;
  readonly caseId: string;
  facts: {
    readonly fact: CaseFact;
    readonly recordedAtMs: number;
    readonly traceparent: string | undefined;
    readonly ticket?: Ticket;
  }[];
  /** Facts in it that must be delivered. */
  owed: number;
  running: boolean;
}

/** The case's own trouble, not the engine's: tells the owner, who keeps the case apart. A throw means it could not be kept, and the delivery is tried again. */
export type OnTrouble = (category: CaseCategory, stream: string, fromRevision: number, reason: string) => Promise<void>;

/** A queue per case: one delivery of a case under way at a time with all that waits in it, many cases at once, in each case's order. */
export class CaseQueues {
  delivered = 0;
  /** Why the engine takes nothing at the moment. */
  outage: string | undefined;
  readonly watermark: Watermark;
  private readonly queues = new Map<string, CaseQueue>();
  private readonly ready: CaseQueue[] = [];
  private active = 0;
  private waking = 0;
  private riding = 0;
  private roomWanted: (() => void)[] = [];

  constructor(
    private readonly categories: readonly CaseCategory[],
    private readonly delivery: CaseDelivery,
    private readonly onTrouble: OnTrouble,
    private readonly stopped: AbortSignal,
    from: Position | undefined,
    private readonly limits: QueueLimits = QUEUE_LIMITS,
  ) {
    this.watermark = new Watermark(from);
  }

  /** Waking facts that are not delivered. */
  get backlog(): number {
    return this.waking;
  }

  /** When the oldest undelivered waking fact was recorded (milliseconds since 1970); undefined when nothing waits. */
  get oldestMs(): number | undefined {
    let oldest: number | undefined;
    for (const queue of this.queues.values()) {
      if (queue.owed === 0) continue;
      const first = queue.facts.find(({ ticket }) => ticket !== undefined);
      if (first && (oldest === undefined || first.recordedAtMs < oldest)) oldest = first.recordedAtMs;
    }
    return oldest;
  }

  /** Takes the next fact of the log. Facts of cases kept apart are not queued: they are read when the case is tried again. */
  accept(recorded: Recorded, isAside: (stream: string) => boolean): void {
    const category = this.categories.find((candidate) => caseIdOf(candidate, recorded.stream) !== undefined);
    const caseId = category && caseIdOf(category, recorded.stream);
    if (category === undefined || caseId === undefined || isAside(recorded.stream)) {
      this.watermark.pass(recorded.position);
      return;
    }
    const queue = this.queueOf(recorded.stream, category, caseId);
    const { traceparent } = recorded.metadata;
    const entry = { fact: caseFact(recorded), recordedAtMs: Date.parse(recorded.recordedAt), traceparent };
    if (!category.wakingTypes.includes(recorded.event.type)) {
      queue.facts.push(entry);
      this.watermark.pass(recorded.position);
      this.riding += 1;
      if (this.riding > this.limits.riders) this.forgetRiders();
      return;
    }
    queue.facts.push({ ...entry, ticket: this.watermark.hold(recorded.position) });
    queue.owed += 1;
    this.waking += 1;
    this.makeReady(queue);
  }

  /** Resolves once the backlog has room. */
  async room(): Promise<void> {
    while (this.waking >= this.limits.backlog && !this.stopped.aborted) {
      await new Promise<void>((resolve) => this.roomWanted.push(resolve));
    }
  }

  private queueOf(stream: string, category: CaseCategory, caseId: string): CaseQueue {
    const queue = this.queues.get(stream) ?? { stream, category, caseId, facts: [], owed: 0, running: false };
    // Moved to the end: the map's order is that of the last fact, so that old riders are found first.
    this.queues.delete(stream);
    this.queues.set(stream, queue);
    return queue;
  }

  private makeReady(queue: CaseQueue): void {
    if (queue.running) return;
    queue.running = true;
    this.ready.push(queue);
    this.pump();
  }

  private pump(): void {
    while (this.active < this.limits.atOnce) {
      const queue = this.ready.shift();
      if (queue === undefined) return;
      this.active += 1;
      void this.drain(queue).finally(() => {
        this.active -= 1;
        queue.running = false;
        if (queue.owed > 0 && !this.stopped.aborted) this.makeReady(queue);
        else this.pump();
        const waiting = this.roomWanted;
        this.roomWanted = [];
        for (const go of waiting) go();
      });
    }
  }

  private async drain(queue: CaseQueue): Promise<void> {
    while (queue.owed > 0 && !this.stopped.aborted) {
      const [batch, since] = [queue.facts.slice(), Date.now()];
      if (
        !(await this.deliver(
          queue,
          batch.map(({ fact }) => fact),
        ))
      )
        return;
      queue.facts = queue.facts.slice(batch.length);
      const steps = batch.map(({ traceparent }) => traceparent);
      tellSteps('deliver', { 'hoptac.workflow': queue.category.workflowType }, steps, since);
      const tickets = batch.flatMap(({ ticket }) => (ticket === undefined ? [] : [ticket]));
      queue.owed -= tickets.length;
      this.waking -= tickets.length;
      this.riding -= batch.length - tickets.length;
      this.delivered += tickets.length;
      this.watermark.settle(tickets);
    }
    if (queue.facts.length === 0) this.queues.delete(queue.stream);
  }

  /** Until the facts are with the workflow or the case is kept apart: true; false when the feeder stops before. */
  private async deliver(queue: CaseQueue, facts: readonly CaseFact[]): Promise<boolean> {
    for (
      let pauseMs = this.limits.pauseMs[0];
      !this.stopped.aborted;
      pauseMs = Math.min(pauseMs * 2, this.limits.pauseMs[1])
    ) {
      try {
        await this.delivery.deliver(queue.category, queue.caseId, facts);
        this.outage = undefined;
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (isEngineOutage(error)) this.outage = reason;
        else if (await this.keptApart(queue, facts, reason)) return true;
        await pause(pauseMs, this.stopped);
      }
    }
    return false;
  }

  private async keptApart(queue: CaseQueue, facts: readonly CaseFact[], reason: string): Promise<boolean> {
    try {
      await this.onTrouble(queue.category, queue.stream, facts[0]?.revision ?? 0, reason);
      return true;
    } catch {
      // The feeder's own memory is away: the case stays in its queue and holds the checkpoint, nobody else's delivery.
      return false;
    }
  }

  private forgetRiders(): void {
    for (const queue of this.queues.values()) {
      if (this.riding <= this.limits.riders / 2) return;
      if (queue.owed > 0 || queue.running) continue;
      this.riding -= queue.facts.length;
      this.queues.delete(queue.stream);
    }
  }
}

/** Waits, or less long when told to stop. */
export async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stopped.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopped.addEventListener('abort', end);
  });
}

/** Asked anew each time, where a loop's own condition would let the compiler think it knows. */
export const isStopped = (stopped: AbortSignal): boolean => stopped.aborted;
