/** Messages that come about one by one and are due at once: those of one turn go out together. */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { JoinedMessages } from '../protocol/joined';

export class Replies {
  private ready: JoinedMessages | null = null;
  private underway = 0;

  /** @param onSent called when the receiver took some */
  constructor(
    private readonly call: ServerDuplexStream<unknown, JoinedMessages>,
    private readonly onSent: () => void = () => undefined,
  ) {}

  /** Sends a message at the end of this turn. */
  write(message: Buffer): void {
    if (!this.ready) {
      this.ready = new JoinedMessages();
      process.nextTick(() => this.flush());
    }
    this.ready.add(message);
  }

  /** Sends what is there, before the call ends. */
  flush(): void {
    const { ready } = this;
    if (!ready) return;
    this.ready = null;
    const { count } = ready;
    this.underway += count;
    this.call.write(ready, () => {
      this.underway -= count;
      this.onSent();
    });
  }

  /** Messages the receiver has not taken yet. */
  get unread(): number {
    return this.underway;
  }
}
