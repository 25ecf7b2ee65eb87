/** The calls that are under way, so that a stop can end them with the status the protocol asks for. */
import { status } from '@grpc/grpc-js';
import { shuttingDown } from '../protocol/errors';

/** Ends a running call with an error. */
export type EndCall = (error: Error) => void;

export class OpenCalls {
  private readonly streams = new Set<EndCall>();
  private readonly appends = new Set<EndCall>();

  /** A read, a subscription or a batch-append stream: ends as CANCELLED. Returns how to forget it. */
  addStream(end: EndCall): () => void {
    this.streams.add(end);
    return () => this.streams.delete(end);
  }

  /** A classic append: ends as UNAVAILABLE. Returns how to forget it. */
  addAppend(end: EndCall): () => void {
    this.appends.add(end);
    return () => this.appends.delete(end);
  }

  /** Calls under way. */
  get size(): number {
    return this.streams.size + this.appends.size;
  }

  /** Ends everything. */
  endAll(): void {
    for (const end of [...this.appends]) end(shuttingDown(status.UNAVAILABLE));
    for (const end of [...this.streams]) end(shuttingDown(status.CANCELLED));
  }
}
