/**
 * Replaying parked messages: they are handed out again a few at a time and let go of only once all of them were
 * answered, so that a stop in the middle loses none.
 */
import type { StoredRecord } from '../store/tail';
import type { Journal } from './journal';

const PORTION = 64;

export class Replay {
  private next = 0;
  private end = 0;
  private outstanding = 0;
  private running = false;

  /** @param hand hands a parked link out; false when its event is gone */
  constructor(
    private readonly journal: Journal,
    private readonly hand: (link: StoredRecord) => boolean,
  ) {}

  /** Begins, or goes further when it is running already. */
  start(stopAt: number | null): void {
    const { first, end } = this.journal.parkedRange();
    if (!this.running) this.next = first;
    this.end = Math.max(this.running ? this.end : 0, stopAt === null ? end : Math.min(end, Math.max(first, stopAt)));
    this.running = true;
  }

  /** Hands out as many as there is room for. */
  fill(room: number): void {
    if (!this.running) return;
    while (this.next < this.end && room > 0) {
      const links = this.journal.parked(this.next, Math.min(PORTION, room, this.end - this.next));
      if (links.length === 0) this.next = this.end;
      for (const link of links) {
        this.next = link.rev + 1;
        if (!this.hand(link)) continue;
        this.outstanding++;
        room--;
      }
    }
    this.finish();
  }

  /** One of them was answered. */
  processed(): void {
    this.outstanding--;
    this.finish();
  }

  private finish(): void {
    if (!this.running || this.outstanding > 0 || this.next < this.end) return;
    this.running = false;
    this.journal.forgetParked(this.end, () => undefined);
  }
}
