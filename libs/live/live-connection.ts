import type { Writable } from 'node:stream';
import type { LiveChange, LiveInterest, Onlooker } from './live-topic';

/** One followed thing of one page. */
export interface Followed {
  /** As the page asked for it: `dossiers.queue`, `dossiers.case-page:<id>`. */
  readonly of: string;
  readonly model: string;
  readonly interest: LiveInterest;
  /** Commit position of the read model that the page has been told of. */
  position: bigint;
}

/** One open page. Only the newest of each thing is told: a page that reads slowly is told less often, never more at once. */
export class LiveConnection {
  readonly openedAt = Date.now();
  private readonly changed = new Set<Followed>();
  private onlookers: { readonly of: string; readonly others: readonly Onlooker[] } | undefined;
  private stalled = 0;

  constructor(
    readonly personId: string,
    readonly followed: readonly Followed[],
    private readonly out: Writable,
  ) {
    out.on('drain', () => {
      this.flush();
    });
    // A page that goes away in the middle of a write is no error of ours; its close is heard by the hub.
    out.on('error', () => out.destroy());
  }

  /** Positions by which the page comes back: in the order in which it named what it follows. */
  private get place(): string {
    return this.followed.map(({ position }) => position.toString()).join('.');
  }

  begin(retryMs: number): void {
    this.out.write(`retry: ${String(retryMs)}\nid: ${this.place}\nevent: open\ndata: {}\n\n`);
  }

  /** Tells of everything followed that moved since the page was here last. */
  catchUp(seen: readonly bigint[]): void {
    this.followed.forEach((one, place) => {
      const before = seen[place];
      if (before === undefined || before < one.position) this.changed.add(one);
    });
    this.flush();
  }

  async consider(model: string | undefined, change: LiveChange, positionOf: (model: string) => bigint): Promise<void> {
    for (const one of this.followed) {
      if (model !== undefined && one.model !== model) continue;
      if (change.streams !== undefined && !(await one.interest.concerns(change))) continue;
      one.position = positionOf(one.model);
      this.changed.add(one);
    }
    this.flush();
  }

  seeOthers(of: string, others: readonly Onlooker[]): void {
    this.onlookers = { of, others };
    this.flush();
  }

  /** Keeps the line open and finds pages that are gone. False when the page has not read for two beats. */
  beat(): boolean {
    if (!this.out.writableNeedDrain) {
      this.stalled = 0;
      this.out.write(': \n\n');
      return true;
    }
    this.stalled += 1;
    return this.stalled < 2;
  }

  /** Ends the stream, saying why. */
  end(why: 'renew' | 'crowded' | 'signed-out' | 'stopping'): void {
    this.out.end(`event: end\ndata: ${JSON.stringify({ why })}\n\n`);
  }

  cut(): void {
    this.out.destroy();
  }

  private flush(): void {
    if (this.out.writableNeedDrain || this.out.writableEnded || this.out.destroyed) return;
    if (this.onlookers !== undefined) {
      const { onlookers } = this;
      this.onlookers = undefined;
      this.out.write(`event: onlookers\ndata: ${JSON.stringify(onlookers)}\n\n`);
    }
    if (this.changed.size === 0) return;
    const changes = [...this.changed].map(({ of, position }) => ({ of, position: position.toString() }));
    this.changed.clear();
    this.out.write(`id: ${this.place}\nevent: changed\ndata: ${JSON.stringify({ changes })}\n\n`);
  }
}
