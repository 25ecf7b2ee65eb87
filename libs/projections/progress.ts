import type { Position } from '@hoptac/kernel';

const WINDOW_MS = 5_000;

/** How fast a rebuild goes and how long it still takes, over the last seconds. Positions grow about evenly with events, so they measure the way left. */
export class Progress {
  private samples: { readonly at: number; events: number; readonly commit: number }[] = [];
  private total = 0;

  /** Events per second, and whole seconds left; null while too little is known. */
  after(
    events: number,
    from: Position | undefined,
    to: Position | undefined,
    end: Position | undefined,
    now = performance.now(),
  ): { rate: number; secondsLeft: number | null } {
    if (this.samples.length === 0)
      this.samples.push({ at: now, events: this.total, commit: Number(from?.commit ?? 0n) });
    this.total += events;
    const commit = Number(to?.commit ?? 0n);
    this.samples.push({ at: now, events: this.total, commit });
    while (this.samples.length > 2 && now - (this.samples[0]?.at ?? now) > WINDOW_MS) this.samples.shift();
    const oldest = this.samples[0];
    const seconds = (now - (oldest?.at ?? now)) / 1000;
    if (!oldest || seconds <= 0) return { rate: 0, secondsLeft: null };
    const speed = (commit - oldest.commit) / seconds;
    const left = Math.max(0, Number(end?.commit ?? 0n) - commit);
    return {
      rate: Math.round((this.total - oldest.events) / seconds),
      secondsLeft: left === 0 ? 0 : speed > 0 ? Math.ceil(left / speed) : null,
    };
  }
}
