import { caseFact } from '../cases/case-fact';
import { caseIdOf } from '../cases/case-category';
import { isEngineOutage } from '../client/outage';
import { isStopped, pause } from './case-queues';
import type { FeederOptions } from './case-feeder';
import type { AsideCase } from './feeder-store';

const LOOK_MS = 250;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

interface Kept {
  aside: AsideCase;
  nextTryMs: number;
  /** Facts that came while it was kept apart; a try that was overtaken by one is repeated. */
  arrived: number;
}

/** Cases kept apart: remembered over a restart, tried again with growing pauses by reading their stream. */
export class AsideCases {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly options: FeederOptions,
    private readonly stopped: AbortSignal,
  ) {}

  async load(): Promise<void> {
    for (const aside of await this.options.store.asideCases())
      this.kept.set(aside.stream, { aside, nextTryMs: 0, arrived: 0 });
  }

  async add(aside: AsideCase): Promise<void> {
    await this.options.store.setAside(aside);
    this.kept.set(aside.stream, { aside, nextTryMs: Date.now() + this.pauseMs(aside.attempts), arrived: 0 });
  }

  /** True while the case is kept apart; told of a fact of the case, so that it is not forgotten. */
  has(stream: string): boolean {
    const kept = this.kept.get(stream);
    if (kept) kept.arrived += 1;
    return kept !== undefined;
  }

  all(): readonly AsideCase[] {
    return [...this.kept.values()].map(({ aside }) => aside);
  }

  async keepTrying(): Promise<void> {
    while (!this.stopped.aborted) {
      await pause(LOOK_MS, this.stopped);
      for (const kept of [...this.kept.values()].filter(({ nextTryMs }) => nextTryMs <= Date.now())) {
        if (isStopped(this.stopped)) return;
        await this.tryAgain(kept);
      }
    }
  }

  private async tryAgain(kept: Kept): Promise<void> {
    const { aside } = kept;
    try {
      const arrived = kept.arrived;
      await this.deliver(aside);
      if (kept.arrived !== arrived) return;
      // Forgotten here first: a fact that comes while the row is deleted is queued like any other.
      this.kept.delete(aside.stream);
      await this.options.store.release(aside.stream).catch(() => undefined);
      this.options.log?.('info', `${aside.stream} moves again`);
    } catch (error) {
      const outage = isEngineOutage(error);
      const reason = error instanceof Error ? error.message : String(error);
      kept.nextTryMs = Date.now() + this.pauseMs(aside.attempts + 1);
      if (outage) return;
      kept.aside = { ...aside, reason, attempts: aside.attempts + 1 };
      // Written for the tools only; what is in memory counts.
      await this.options.store.setAside(kept.aside).catch(() => undefined);
    }
  }

  private async deliver(aside: AsideCase): Promise<void> {
    const category = this.options.categories.find((candidate) => candidate.category === aside.category);
    const caseId = category && caseIdOf(category, aside.stream);
    // A kind of case that this program no longer follows: nothing is owed to it.
    if (category === undefined || caseId === undefined) return;
    const { events } = await this.options.eventStore.readStream(aside.stream, aside.fromRevision);
    if (events.length > 0) await this.options.delivery.deliver(category, caseId, events.map(caseFact));
  }

  private pauseMs(attempts: number): number {
    return Math.min((this.options.asidePauseMs ?? FIRST_PAUSE_MS) * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE_MS);
  }
}
