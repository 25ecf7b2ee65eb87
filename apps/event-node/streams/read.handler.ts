/** `Streams/Read`: reads and catch-up subscriptions. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb';
import type { NodeContext } from '../context';
import { accessDenied, toProtocolError } from '../protocol/errors';
import type { JoinedMessages } from '../protocol/joined';
import { encodeConfirmation } from '../protocol/read-response.codec';
import { isMetastream, originalOf } from '../store/catalog';
import { Cursor, type EventWriter, type Source } from './cursor';
import { Filter } from './filter';
import { parseReadRequest, type ReadRequest } from './read-request';
import { AllRead, StreamRead } from './read-sources';
import { Sink } from './sink';
import { AllSubscription, StreamSubscription } from './subscription-sources';
import type { Wakes } from './wakes';

type Call = ServerWritableStream<streams.ReadReq, JoinedMessages>;

export function readHandler(context: NodeContext, wakes: Wakes): (call: Call) => void {
  return (call) => {
    try {
      start(context, wakes, call, parseReadRequest(call.request));
    } catch (error) {
      call.emit('error', toProtocolError(error));
    }
  };
}

function start(context: NodeContext, wakes: Wakes, call: Call, request: ReadRequest): void {
  const { store, access } = context;
  const user = access.userOf(call.metadata);
  const name = request.stream ?? '$all';
  const allowed = isMetastream(name)
    ? access.allows(user, originalOf(name), 'metaRead')
    : access.allows(user, name, 'read');
  if (!allowed) throw accessDenied();
  const sink = new Sink(call);
  const to: EventWriter = { store, access, user, sink, resolveLinks: request.resolveLinks, uuids: request.uuids };
  const source = sourceOf(to, request);
  let forget = (): void => undefined;
  const cursor = new Cursor(
    source,
    sink,
    () => {
      forget();
      call.end();
    },
    (error) => fail(toProtocolError(error)),
  );
  const fail = (error: Error): void => {
    cursor.stop();
    forget();
    call.emit('error', error);
  };
  const forgetCall = context.calls.addStream(fail);
  let unsubscribe = (): void => undefined;
  forget = () => {
    forgetCall();
    unsubscribe();
  };
  call.on('cancelled', () => {
    cursor.stop();
    forget();
  });
  if (request.count === null) {
    unsubscribe = request.stream === null ? wakes.onAny(cursor.wake) : wakes.onStream(request.stream, cursor.wake);
    sink.write(encodeConfirmation(crypto.randomUUID()));
  }
  cursor.wake();
}

function sourceOf(to: EventWriter, request: ReadRequest): Source {
  const filter = request.filter ? new Filter(request.filter, to.store.catalog) : null;
  if (request.count === null) {
    return request.stream === null
      ? new AllSubscription(to, request.from, filter, request.checkpointEvery)
      : new StreamSubscription(to, request.stream, request.from);
  }
  return request.stream === null
    ? new AllRead(to, request.from, request.backwards, request.count, filter)
    : new StreamRead(to, request.stream, request);
}
