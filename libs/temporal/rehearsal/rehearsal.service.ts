import { RevisionConflict, type EventStore } from '@hoptac/event-store';
import { addMilliseconds, forbidden, invalidInput, type Actor, type Instant } from '@hoptac/kernel';
import { openCases } from '../cases/open-cases';
import { eachOf } from '../cases/each-of';
import type { TemporalClient } from '../client/temporal-client';
import { FastForward } from './fast-forward';
import type { RehearsalClock } from './rehearsal-clock';
import { REHEARSAL_STREAM, type RehearsalClockAdvanced } from './rehearsal.events';

const AT_ONCE = 16;
const ROUNDS = 5;
const TRIES = 3;
const TEN_YEARS_MS = 10 * 366 * 86_400_000;
/** The engine's list of open workflows may be this far behind. */
const LISTING_LAG_MS = 300;

export interface AdvanceRequest {
  readonly byMs: number;
  readonly actor: Actor;
  readonly commandId: string;
  /** How long to wait for the workflows, milliseconds; what is not through by then goes on by itself. */
  readonly limitMs?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface Advanced {
  readonly now: Instant;
  readonly offsetMs: number;
  /** Workflows that were moved. */
  readonly forwarded: number;
  /** Workflow ids that did not come through within the limit. */
  readonly unfinished: readonly string[];
}

/** Moves the rehearsal clock of the whole province; only where `HOPTAC_REHEARSAL=1`. */
export class RehearsalService {
  private readonly fastForward: FastForward;

  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: RehearsalClock,
    private readonly temporal: TemporalClient,
  ) {
    this.fastForward = new FastForward(temporal.client.workflowService, temporal.namespace);
  }

  /** The stack's time and how far it is ahead of the system's, milliseconds. */
  status(): { readonly allowed: boolean; readonly now: Instant; readonly offsetMs: number } {
    return { allowed: this.clock.allowed, now: this.clock.now(), offsetMs: this.clock.offsetMs };
  }

  /**
   * Moves everybody's clock forward: records the new offset, then fast-forwards every open workflow to it and waits until each has done what fell due.
   * Workflows started meanwhile get the offset as their skew. The same command id twice moves the clock once.
   * @throws DomainError `TEMPORAL.REHEARSAL_NOT_ALLOWED` (forbidden), `TEMPORAL.ADVANCE_INVALID` (invalid); errors of store and engine as they come.
   */
  async advance(request: AdvanceRequest): Promise<Advanced> {
    if (!this.clock.allowed) throw forbidden('TEMPORAL.REHEARSAL_NOT_ALLOWED', 'This stack has no rehearsal clock');
    if (!Number.isSafeInteger(request.byMs) || request.byMs <= 0 || request.byMs > TEN_YEARS_MS) {
      throw invalidInput('TEMPORAL.ADVANCE_INVALID', 'A clock moves forward, by at most ten years', {
        byMs: String(request.byMs),
      });
    }
    const offsetMs = await this.record(request);
    this.clock.take(offsetMs);
    return this.bringAll(request);
  }

  /** Brings workflows to the present offset without moving it: after an advance that was cut off. */
  async bringAll(request: Pick<AdvanceRequest, 'limitMs' | 'onProgress'> = {}): Promise<Advanced> {
    const { offsetMs } = this.clock;
    const end = Date.now() + (request.limitMs ?? 60_000);
    const moved = new Set<string>();
    let unfinished: string[] = [];
    // A workflow that the feeder started with the old skew while the offset was recorded is caught by the next round.
    for (let round = 0; round < ROUNDS && Date.now() < end; round += 1) {
      const open = await openCases(this.temporal);
      let [done, late] = [0, 0];
      unfinished = [];
      await eachOf(open, AT_ONCE, async ({ workflowId, runId }) => {
        const outcome = await this.fastForward.to({ workflowId, runId }, offsetMs, Math.max(1, end - Date.now()));
        if (outcome === 'forwarded') moved.add(workflowId);
        if (outcome === 'unfinished') unfinished.push(workflowId);
        if (outcome !== 'there') late += 1;
        done += 1;
        request.onProgress?.(done, open.length);
      });
      if (late === 0 && round > 0) break;
      await new Promise((resolve) => setTimeout(resolve, LISTING_LAG_MS));
    }
    return { now: this.clock.now(), offsetMs, forwarded: moved.size, unfinished };
  }

  private async record({ byMs, actor, commandId }: AdvanceRequest): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const slice = await this.eventStore.readStream(REHEARSAL_STREAM);
      const repeated = slice.events.find(({ metadata }) => metadata.commandId === commandId);
      if (repeated) return (repeated.event as RehearsalClockAdvanced).data.offsetMs;
      const before = (slice.events.at(-1)?.event as RehearsalClockAdvanced | undefined)?.data.offsetMs ?? 0;
      const event: RehearsalClockAdvanced = { type: 'RehearsalClockAdvanced', data: { byMs, offsetMs: before + byMs } };
      try {
        await this.eventStore.append(
          REHEARSAL_STREAM,
          slice.lastRevision < 0 ? 'no-stream' : slice.lastRevision,
          [event],
          {
            commandId,
            occurredAt: addMilliseconds(this.clock.now(), 0),
            actor,
            correlationId: commandId,
          },
        );
        return event.data.offsetMs;
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === TRIES) throw error;
      }
    }
  }
}
