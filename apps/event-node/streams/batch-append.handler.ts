/**
 * `Streams/BatchAppend`: the stream of appends every client keeps open. Exactly one reply per correlation id, ever: the
 * official client fails on a second one.
 */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { User } from '../access/access';
import type { NodeContext } from '../context';
import {
  encodeBatchError,
  encodeBatchSuccess,
  MissingProperty,
  parseBatchAppend,
  type BatchChunk,
  type BatchOptions,
} from '../protocol/batch-append.codec';
import type { JoinedMessages } from '../protocol/joined';
import { batchStatus, missingMetadataProperty, toProtocolError, type BatchRefusal } from '../protocol/errors';
import type { ProposedEvent } from '../protocol/recorded-event.codec';
import { eventSize, mayWrite } from './append-checks';
import { nameProblem } from './read-request';
import { Replies } from './replies';

type Call = ServerDuplexStream<Buffer, JoinedMessages>;

/** An append whose last chunk has not come yet. */
interface Partial {
  options: BatchOptions;
  events: ProposedEvent[];
  size: number;
}

/** Replies that wait for a client who does not read them, before we stop reading its appends. */
const UNREAD_REPLIES = 4096;

export function batchAppendHandler(context: NodeContext): (call: Call) => void {
  return (call) => {
    try {
      new BatchAppendCall(context, call, context.access.userOf(call.metadata)).start();
    } catch (error) {
      call.emit('error', toProtocolError(error));
    }
  };
}

class BatchAppendCall {
  private readonly partials = new Map<string, Partial>();
  private unanswered = 0;
  private halfClosed = false;
  private over = false;
  private forget: () => void = () => undefined;
  private readonly replies: Replies;
  private waiting = false;

  constructor(
    private readonly context: NodeContext,
    private readonly call: Call,
    private readonly user: User,
  ) {
    this.replies = new Replies(call, () => this.goOn());
  }

  start(): void {
    this.forget = this.context.calls.addStream((error) => this.end(error));
    this.call.on('data', (bytes: Buffer) => {
      if (this.over) return;
      try {
        this.chunk(parseBatchAppend(bytes, Date.now()));
      } catch (error) {
        this.end(error instanceof MissingProperty ? missingMetadataProperty(error.property) : toProtocolError(error));
      }
      this.breathe();
    });
    this.call.on('end', () => {
      this.halfClosed = true;
      this.finish();
    });
    this.call.on('cancelled', () => this.end(null));
  }

  private chunk(chunk: BatchChunk): void {
    const { correlation } = chunk;
    let partial = this.partials.get(correlation);
    if (!partial) {
      if (!chunk.options) throw new RangeError('the first chunk of an append must carry its options');
      partial = { options: chunk.options, events: [], size: 0 };
      this.partials.set(correlation, partial);
    }
    for (const event of chunk.events) partial.size += eventSize(event);
    // What is too large is refused when its last chunk has come; until then it is only counted.
    if (partial.size > this.context.config.maxAppendSize) partial.events = [];
    else for (const event of chunk.events) partial.events.push(event);
    if (!chunk.final) return;
    this.partials.delete(correlation);
    this.submit(chunk.correlationBytes, partial);
  }

  private submit(correlation: Uint8Array, partial: Partial): void {
    const { options } = partial;
    this.unanswered++;
    const refusal = this.refusal(partial);
    if (refusal) {
      this.refuse(correlation, options, refusal);
      return;
    }
    this.context.store.append(options.stream, options.expected, partial.events, (result) => {
      if (result.kind === 'ok') this.reply(encodeBatchSuccess(correlation, options, result.revision, result.position));
      else this.refuse(correlation, options, result);
    });
  }

  /** Why an append does not even come to the queue, null when it does. */
  private refusal({ options, size }: Partial): BatchRefusal | null {
    const { maxAppendSize } = this.context.config;
    const problem = nameProblem(options.stream);
    if (problem) return { kind: 'bad-request', message: problem };
    if (size > maxAppendSize) return { kind: 'too-large', limit: maxAppendSize };
    if (!mayWrite(this.context.access, this.user, options.stream)) return { kind: 'access-denied' };
    // Refused before the queue or answered with what really happened; nothing in between.
    return options.deadline < Date.now() ? { kind: 'timeout' } : null;
  }

  private refuse(correlation: Uint8Array, options: BatchOptions, refusal: BatchRefusal): void {
    this.reply(
      encodeBatchError(
        correlation,
        options.stream,
        options.expected,
        batchStatus(refusal, options.stream, options.expected),
      ),
    );
  }

  private reply(message: Buffer): void {
    this.unanswered--;
    if (this.over) return;
    this.replies.write(message);
    this.finish();
  }

  /** Stops reading while the writer or the client has too much to do. */
  private breathe(): void {
    const { writer } = this.context.store;
    if (writer.overloaded) {
      this.call.pause();
      writer.whenReady(() => this.call.resume());
    } else if (this.replies.unread > UNREAD_REPLIES && !this.waiting) {
      this.waiting = true;
      this.call.pause();
    }
  }

  /** The client took replies. */
  private goOn(): void {
    if (!this.waiting || this.replies.unread > UNREAD_REPLIES) return;
    this.waiting = false;
    this.call.resume();
  }

  /** Ends the call once the client has closed its side and has all its replies. */
  private finish(): void {
    if (!this.halfClosed || this.unanswered > 0 || this.over) return;
    this.over = true;
    this.forget();
    this.replies.flush();
    this.call.end();
  }

  private end(error: Error | null): void {
    if (this.over) return;
    this.over = true;
    this.forget();
    this.partials.clear();
    this.replies.flush();
    if (error) this.call.emit('error', error);
  }
}
