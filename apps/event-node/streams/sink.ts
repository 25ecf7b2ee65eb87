/**
 * The sending side of a call with bounded memory: at most two portions are under way to the socket. The last message of
 * a portion carries the callback, so there is no listener per wait and no waiting for every single message.
 */
import type { ServerWritableStream, ServerDuplexStream } from '@grpc/grpc-js';

const PORTION_MESSAGES = 64;
const PORTION_BYTES = 64 * 1024;
const PORTIONS_UNDERWAY = 2;

type AnyCall = ServerWritableStream<unknown, Buffer> | ServerDuplexStream<unknown, Buffer>;

export class Sink {
  private messages = 0;
  private bytes = 0;
  private underway = 0;
  private resume: (() => void) | null = null;

  constructor(private readonly call: AnyCall) {}

  /** Sends a message; always accepted, but look at `blocked` before the next. */
  write(message: Buffer): void {
    this.messages++;
    this.bytes += message.length;
    if (this.messages < PORTION_MESSAGES && this.bytes < PORTION_BYTES) {
      this.call.write(message);
      return;
    }
    this.messages = 0;
    this.bytes = 0;
    this.underway++;
    this.call.write(message, this.sent);
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
