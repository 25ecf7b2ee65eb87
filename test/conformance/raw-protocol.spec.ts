/** event-node.md §3: what other clients may send, spoken directly with the generated messages. */
import { credentials, Metadata, type ClientDuplexStream, type ServiceError } from '@grpc/grpc-js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import streams from '@eventstore/db-client/generated/streams_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import { Timestamp } from 'google-protobuf/google/protobuf/timestamp_pb';
import { collect, connect, events, fresh, until, type Target } from './harness';

let target: Target;
let client: StreamsClient;
beforeAll(async () => {
  target = await connect();
  client = new StreamsClient(`${target.host}:${target.port}`, credentials.createInsecure());
});
afterAll(async () => {
  client.close();
  await target.close();
});
const usable = () => !target.url.includes('tls=true');

function identifier(name: string): shared.StreamIdentifier {
  const id = new shared.StreamIdentifier();
  id.setStreamName(Buffer.from(name).toString('base64'));
  return id;
}

function structured(high: string, low: string): shared.UUID {
  const bits = new shared.UUID.Structured();
  bits.setMostSignificantBits(high);
  bits.setLeastSignificantBits(low);
  const id = new shared.UUID();
  id.setStructured(bits);
  return id;
}

function text(id: string): shared.UUID {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
}

function proposed(
  id: shared.UUID,
  metadata: Record<string, string> = { type: 'Raw', 'content-type': 'application/json' },
): streams.BatchAppendReq.ProposedMessage {
  const message = new streams.BatchAppendReq.ProposedMessage();
  message.setId(id);
  for (const [key, value] of Object.entries(metadata)) message.getMetadataMap().set(key, value);
  message.setData(Buffer.from('{}').toString('base64'));
  return message;
}

function chunk(
  correlation: shared.UUID,
  stream: string | null,
  messages: streams.BatchAppendReq.ProposedMessage[],
  final: boolean,
  deadline?: Date,
): streams.BatchAppendReq {
  const request = new streams.BatchAppendReq();
  request.setCorrelationId(correlation);
  if (stream !== null) {
    const options = new streams.BatchAppendReq.Options();
    options.setStreamIdentifier(identifier(stream));
    options.setAny(new shared.Empty());
    if (deadline) options.setDeadline(Timestamp.fromDate(deadline));
    request.setOptions(options);
  }
  request.setProposedMessagesList(messages);
  request.setIsFinal(final);
  return request;
}

type Batch = ClientDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;
function batch(): { call: Batch; replies: streams.BatchAppendResp[]; error: () => ServiceError | null } {
  const call = client.batchAppend();
  const replies: streams.BatchAppendResp[] = [];
  let error: ServiceError | null = null;
  call.on('data', (reply: streams.BatchAppendResp) => replies.push(reply));
  call.on('error', (problem: ServiceError) => (error = problem));
  return { call, replies, error: () => error };
}

test('structured ids are accepted and given back as asked', async () => {
  if (!usable()) return;
  const stream = fresh();
  const { call, replies } = batch();
  call.write(chunk(structured('-1', '1'), stream, [proposed(structured('1234605616436508552', '-2'))], true));
  await until(() => replies.length === 1);
  call.end();
  expect(replies[0]?.hasSuccess()).toBe(true);
  expect(replies[0]?.getCorrelationId()?.getStructured()?.getMostSignificantBits()).toBe('-1');
  const request = new streams.ReadReq();
  const options = new streams.ReadReq.Options();
  const from = new streams.ReadReq.Options.StreamOptions();
  from.setStreamIdentifier(identifier(stream));
  from.setStart(new shared.Empty());
  options.setStream(from);
  options.setCount('10');
  options.setNoFilter(new shared.Empty());
  const form = new streams.ReadReq.Options.UUIDOption();
  form.setStructured(new shared.Empty());
  options.setUuidOption(form);
  request.setOptions(options);
  const all = (await collect(client.read(request) as AsyncIterable<streams.ReadResp>)).filter((one) => one.hasEvent());
  const id = all[0]?.getEvent()?.getEvent()?.getId()?.getStructured();
  expect([id?.getMostSignificantBits(), id?.getLeastSignificantBits()]).toEqual(['1234605616436508552', '-2']);
  const [viaClient] = await collect(target.client.readStream(stream));
  expect(viaClient?.event?.id).toBe('11223344-5566-7788-ffff-fffffffffffe');
});

test('one reply per correlation id, also when several appends are interleaved in chunks', async () => {
  if (!usable()) return;
  const names = [fresh(), fresh()];
  const ids = names.map(() => crypto.randomUUID());
  const { call, replies } = batch();
  names.forEach((name, n) =>
    call.write(chunk(text(ids[n] as string), name, [proposed(text(crypto.randomUUID()))], false)),
  );
  names.forEach((_name, n) =>
    call.write(chunk(text(ids[n] as string), null, [proposed(text(crypto.randomUUID()))], true)),
  );
  await until(() => replies.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(replies.map((one) => one.getCorrelationId()?.getString()).sort()).toEqual([...ids].sort());
  expect(replies.every((one) => one.getSuccess()?.getCurrentRevision() === '1')).toBe(true);
  call.end();
});

/** What a read answers: numbers for events, `first n`, `last n`, `none`. */
async function answers(stream: string, compatibility: number, revision: string, count: string, backwards = false) {
  const options = new streams.ReadReq.Options();
  const from = new streams.ReadReq.Options.StreamOptions();
  from.setStreamIdentifier(identifier(stream));
  from.setRevision(revision);
  options.setStream(from);
  options.setCount(count);
  options.setNoFilter(new shared.Empty());
  if (backwards) options.setReadDirection(streams.ReadReq.Options.ReadDirection.BACKWARDS);
  const form = new streams.ReadReq.Options.UUIDOption();
  form.setString(new shared.Empty());
  options.setUuidOption(form);
  const control = new streams.ReadReq.Options.ControlOption();
  control.setCompatibility(compatibility);
  options.setControlOption(control);
  const request = new streams.ReadReq();
  request.setOptions(options);
  const all = await collect(client.read(request) as AsyncIterable<streams.ReadResp>);
  return all.map((one) => {
    if (one.hasEvent()) return Number(one.getEvent()?.getEvent()?.getStreamRevision());
    if (one.hasFirstStreamPosition()) return `first ${one.getFirstStreamPosition()}`;
    return one.hasLastStreamPosition() ? `last ${one.getLastStreamPosition()}` : 'none';
  });
}

test('who understands it is told where a stream begins and ends, others only get events', async () => {
  if (!usable()) return;
  const stream = fresh();
  await target.client.appendToStream(stream, events(100));
  expect(await answers(stream, 0, '98', '10')).toEqual([98, 99]);
  expect(await answers(stream, 1, '98', '10')).toEqual([98, 99, 'last 99']);
  expect(await answers(stream, 1, '3', '2')).toEqual([3, 4, 'last 99']);
  expect(await answers(stream, 1, '1', '5', true)).toEqual([1, 0, 'last 99']);
  expect(await answers(stream, 1, '500', '5')).toEqual(['first 100', 'last 99']);
  expect(await answers(fresh(), 1, '0', '5')).toEqual(['none']);
  await target.client.setStreamMetadata(stream, { truncateBefore: 90 });
  expect(await answers(stream, 1, '0', '2')).toEqual(['first 90', 90, 91, 'last 99']);
  // The first page of 32 that was asked for reaches into what is visible: nothing needs saying.
  expect(await answers(stream, 1, '80', '100')).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 'last 99']);
});

test('an expired append gets exactly one reply, Timeout, with its stream', async () => {
  if (!usable()) return;
  const stream = fresh();
  const { call, replies } = batch();
  call.write(
    chunk(text(crypto.randomUUID()), stream, [proposed(text(crypto.randomUUID()))], true, new Date(Date.now() - 1_000)),
  );
  await until(() => replies.length === 1);
  expect(replies[0]?.getError()?.getDetails()?.getTypeName()).toBe('event_store.client.Timeout');
  expect(Buffer.from(replies[0]?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
  call.end();
});

test('when the client closes its side it still gets every reply, then OK', async () => {
  if (!usable()) return;
  const { call, replies } = batch();
  const ended = new Promise<number>((resolve) => call.on('status', (status: { code: number }) => resolve(status.code)));
  for (let n = 0; n < 20; n++)
    call.write(chunk(text(crypto.randomUUID()), fresh(), [proposed(text(crypto.randomUUID()))], true));
  call.end();
  expect(await ended).toBe(0);
  expect(replies).toHaveLength(20);
});

test('an event without a type is refused and says what is missing', async () => {
  if (!usable()) return;
  const { call, error } = batch();
  call.write(
    chunk(
      text(crypto.randomUUID()),
      fresh(),
      [proposed(text(crypto.randomUUID()), { 'content-type': 'application/json' })],
      true,
    ),
  );
  await until(() => error() !== null);
  expect(error()?.metadata.get('exception')).toEqual(['missing-required-metadata-property']);
});

test('an append that is cut off in the middle leaves nothing', async () => {
  if (!usable()) return;
  const stream = fresh();
  const { call } = batch();
  call.write(chunk(text(crypto.randomUUID()), stream, [proposed(text(crypto.randomUUID()))], false));
  await new Promise((resolve) => setTimeout(resolve, 50));
  call.cancel();
  await target.client.appendToStream(stream, events(1));
  expect(await collect(target.client.readStream(stream))).toHaveLength(1);
});

test('garbage ends the call, not the node', async () => {
  if (!usable()) return;
  const metadata = new Metadata();
  const call = client.makeBidiStreamRequest(
    '/event_store.client.streams.Streams/BatchAppend',
    (b: Buffer) => b,
    (b: Buffer) => b,
    metadata,
  );
  const failed = new Promise<ServiceError>((resolve) => call.on('error', resolve));
  call.write(Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x7f]));
  expect((await failed).code).toBe(3);
  expect((await target.client.appendToStream(fresh(), events(1))).success).toBe(true);
});
