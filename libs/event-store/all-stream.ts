import type { EventStoreDBClient } from '@eventstore/db-client';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { CallOptions, Client, ClientReadableStream, Metadata } from '@grpc/grpc-js';
import type { Position } from '@hoptac/kernel';
import type { EventFilter } from './event-store.port';

/** What we use of the client's inside: its connection, with everything that the connection string says, and its watch over broken calls. */
interface ClientInside {
  GRPCStreamCreator(
    client: typeof StreamsClient,
    name: string,
    create: (client: Client) => ClientReadableStream<Buffer>,
  ): () => Promise<ClientReadableStream<Buffer>>;
  callArguments(options: object, callOptions: { readonly deadline: number }): [Metadata, CallOptions];
}

/** @throws Error at start when another version of the client is installed than the one whose inside we know (6.2.1). */
export function assertKnownClient(client: EventStoreDBClient): void {
  const inside = client as unknown as Partial<ClientInside>;
  if (typeof inside.GRPCStreamCreator !== 'function' || typeof inside.callArguments !== 'function') {
    throw new Error(
      '@eventstore/db-client is not the version that libs/event-store/all-stream.ts was written for (6.2.1)',
    );
  }
}

/**
 * A filtered subscription to $all over the client's own connection, giving the bytes of each `ReadResp`: decoding them is ours (`decodeReadResponse`). A
 * deserialiser of grpc-js that gives null would end the stream without a word; this one gives what it got.
 */
export function openAll(
  client: EventStoreDBClient,
  filter: EventFilter,
  after: Position | undefined,
  window: number,
): Promise<ClientReadableStream<Buffer>> {
  const inside = client as unknown as ClientInside;
  const request = requestOf(filter, after, window);
  return inside.GRPCStreamCreator(StreamsClient, 'subscribeToAll', (connection) =>
    connection.makeServerStreamRequest(
      StreamsService.read.path,
      (message: ReadReq) => Buffer.from(message.serializeBinary()),
      (bytes: Buffer) => bytes,
      request,
      ...inside.callArguments({}, { deadline: Infinity }),
    ),
  )();
}

function requestOf(filter: EventFilter, after: Position | undefined, window: number): ReadReq {
  const { Options } = ReadReq;
  const all = new Options.AllOptions();
  if (after === undefined) all.setStart(new Empty());
  else {
    const position = new Options.Position();
    position.setCommitPosition(after.commit.toString());
    position.setPreparePosition(after.prepare.toString());
    all.setPosition(position);
  }
  const expression = new Options.FilterOptions.Expression();
  const filtering = new Options.FilterOptions();
  if ('eventTypes' in filter) {
    expression.setPrefixList([...filter.eventTypes]);
    filtering.setEventType(expression);
  } else {
    expression.setPrefixList([...filter.streamPrefixes]);
    filtering.setStreamIdentifier(expression);
  }
  filtering.setMax(window);
  filtering.setCheckpointintervalmultiplier(1);
  const options = new Options();
  options.setAll(all);
  options.setFilter(filtering);
  options.setSubscription(new Options.SubscriptionOptions());
  options.setResolveLinks(false);
  const uuids = new Options.UUIDOption();
  uuids.setString(new Empty());
  options.setUuidOption(uuids);
  const request = new ReadReq();
  request.setOptions(options);
  return request;
}
