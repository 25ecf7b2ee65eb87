/** `streams.BatchAppendReq` and `BatchAppendResp` by hand: the one message pair every ordinary append goes through. */
import type { ProposedEvent } from './recorded-event.codec';
import { readUuid } from './uuid';
import { delimited, varintSize, WireReader, writeVarint } from './wire';

/** What the writer expects of the stream: an exact revision or one of the named states. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** Options of an append, sent with its first chunk only. */
export interface BatchOptions {
  stream: string;
  expected: Expected;
  /** Milliseconds since 1970 after which the client no longer wants the append; `Infinity` for none. */
  deadline: number;
}

/** One chunk of an append. */
export interface BatchChunk {
  /** Text form of the correlation id, the key under which chunks belong together. */
  correlation: string;
  /** The id exactly as it came, to be sent back. */
  correlationBytes: Uint8Array;
  options: BatchOptions | null;
  events: ProposedEvent[];
  final: boolean;
}

/** A property the protocol requires is missing in a proposed event. */
export class MissingProperty extends Error {
  constructor(readonly property: string) {
    super(`Required Metadata Property '${property}' is missing`);
  }
}

const NO_BYTES = new Uint8Array(0);

/** Parses a chunk. Throws `RangeError` on malformed bytes, `MissingProperty` when an event lacks type or content type. */
export function parseBatchAppend(bytes: Uint8Array, now: number): BatchChunk {
  const reader = new WireReader(bytes);
  const chunk: BatchChunk = { correlation: '', correlationBytes: NO_BYTES, options: null, events: [], final: false };
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x0a) {
      chunk.correlationBytes = reader.bytes();
      chunk.correlation = readUuid(new WireReader(chunk.correlationBytes));
    } else if (tag === 0x12) chunk.options = parseOptions(reader.message(), now);
    else if (tag === 0x1a) chunk.events.push(parseProposed(reader.message()));
    else if (tag === 0x20) chunk.final = reader.varint() !== 0;
    else reader.skip(tag & 7);
  }
  return chunk;
}

function parseOptions(reader: WireReader, now: number): BatchOptions {
  const options: BatchOptions = { stream: '', expected: 'any', deadline: Infinity };
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x0a) {
      const identifier = reader.message();
      while (identifier.more()) {
        const inner = identifier.varint();
        if (inner === 0x1a) options.stream = identifier.text();
        else identifier.skip(inner & 7);
      }
    } else if (tag === 0x10) options.expected = reader.varint();
    else if (tag === 0x1a) options.expected = named(reader, 'no_stream');
    else if (tag === 0x22) options.expected = named(reader, 'any');
    else if (tag === 0x2a) options.expected = named(reader, 'stream_exists');
    else if (tag === 0x32) options.deadline = secondsAndNanos(reader.message());
    // A duration counts from the arrival of the request.
    else if (tag === 0x3a) options.deadline = now + secondsAndNanos(reader.message());
    else reader.skip(tag & 7);
  }
  return options;
}

function named<T>(reader: WireReader, value: T): T {
  reader.bytes();
  return value;
}

/** `Timestamp` and `Duration` share their shape: seconds and nanoseconds; here in milliseconds. */
function secondsAndNanos(reader: WireReader): number {
  let ms = 0;
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x08) ms += Number(BigInt.asIntN(64, reader.bigVarint())) * 1000;
    else if (tag === 0x10) ms += Number(BigInt.asIntN(32, reader.bigVarint())) / 1e6;
    else reader.skip(tag & 7);
  }
  return ms;
}

function parseProposed(reader: WireReader): ProposedEvent {
  const event: ProposedEvent = { id: '', type: '', json: false, metadata: NO_BYTES, data: NO_BYTES };
  let contentType = '';
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x0a) event.id = readUuid(reader.message());
    else if (tag === 0x12) {
      const entry = reader.message();
      let key = '';
      let value = '';
      while (entry.more()) {
        const part = entry.varint();
        if (part === 0x0a) key = entry.text();
        else if (part === 0x12) value = entry.text();
        else entry.skip(part & 7);
      }
      if (key === 'type') event.type = value;
      else if (key === 'content-type') contentType = value;
    } else if (tag === 0x1a) event.metadata = reader.bytes();
    else if (tag === 0x22) event.data = reader.bytes();
    else reader.skip(tag & 7);
  }
  return checkedEvent(event, contentType);
}

/** Applies the rules every proposed event must keep, whichever RPC brought it. */
export function checkedEvent(event: ProposedEvent, contentType: string): ProposedEvent {
  if (event.id === '') throw new RangeError('an event without id');
  if (event.type === '') throw new MissingProperty('type');
  if (contentType === '') throw new MissingProperty('content-type');
  event.json = contentType === 'application/json';
  return event;
}

/** Echo of stream and expectation that every reply carries. */
function encodeEcho(stream: string, expected: Expected): Buffer {
  const identifier = delimited(0x22, delimited(0x1a, Buffer.from(stream)));
  if (typeof expected !== 'number') {
    const tag = expected === 'no_stream' ? 0x32 : expected === 'any' ? 0x3a : 0x42;
    return Buffer.concat([identifier, Buffer.from([tag, 0])]);
  }
  const out = Buffer.allocUnsafe(identifier.length + 1 + varintSize(expected));
  identifier.copy(out);
  out[identifier.length] = 0x28;
  writeVarint(out, identifier.length + 1, expected);
  return out;
}

/** A success reply; revision −1 says that the stream does not exist (an append of nothing). */
export function encodeBatchSuccess(
  correlation: Uint8Array,
  options: BatchOptions,
  revision: number,
  position: number,
): Buffer {
  const inner = Buffer.allocUnsafe(40);
  let o = 0;
  if (revision >= 0) {
    inner[o++] = 0x08;
    o = writeVarint(inner, o, revision);
  } else {
    inner[o++] = 0x12;
    inner[o++] = 0;
  }
  if (position > 0) {
    const size = 2 + 2 * varintSize(position);
    inner[o++] = 0x1a;
    inner[o++] = size;
    inner[o++] = 0x08;
    o = writeVarint(inner, o, position);
    inner[o++] = 0x10;
    o = writeVarint(inner, o, position);
  } else {
    inner[o++] = 0x22;
    inner[o++] = 0;
  }
  return Buffer.concat([
    delimited(0x0a, correlation),
    delimited(0x1a, inner.subarray(0, o)),
    encodeEcho(options.stream, options.expected),
  ]);
}

/** An error reply around a serialised `google.rpc.Status`. */
export function encodeBatchError(
  correlation: Uint8Array,
  stream: string,
  expected: Expected,
  status: Uint8Array,
): Buffer {
  return Buffer.concat([delimited(0x0a, correlation), delimited(0x12, status), encodeEcho(stream, expected)]);
}
