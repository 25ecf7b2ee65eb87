/**
 * The sending side of a call with bounded memory: messages are joined into portions, and at most two portions are under
 * way to the socket. The write of a portion carries the callback, so there is no listener per wait.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { JoinedMessages } from '../protocol/joined';

const PORTION_BYTES = 64 * 1024;
const PORTIONS_UNDERWAY = 2;

export class Sink {
  private portion = new JoinedMessages();
  private underway = 0;
  private resume: (() => void) | null = null;

  constructor(private readonly call: ServerWritableStream<unknown, JoinedMessages>) {}

  /** Sends a message with the next `flush` or when a portion is full; always accepted, but look at `blocked` before the next. */
  write(message: Buffer): void {
    this.portion.add(message);
    if (this.portion.size >= PORTION_BYTES) this.flush();
  }

  /** Sends what is there. */
  flush(): void {
    if (this.portion.count === 0) return;
    this.underway++;
    this.call.write(this.portion, this.sent);
    this.portion = new JoinedMessages();
  }

  private readonly sent = (): void => {
    this.underway--;
    const resume = this.resume;
    if (resume && this.underway < PORTIONS_UNDERWAY) {
      this.resume = null;
      resume();
    }
  };

  /** True while the receiver does not keep up. */
  get blocked(): boolean {
    return this.underway >= PORTIONS_UNDERWAY;
  }

  /** Calls back once when sending may go on. */
  whenFree(resume: () => void): void {
    this.resume = resume;
  }
}
