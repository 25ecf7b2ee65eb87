/**
 * `ReadResp.ReadEvent.RecordedEvent` by hand. The store keeps exactly these bytes, so a read wraps them and copies them
 * once. Ours always begin with the id in text form at a fixed place (40 bytes), which lets `idOf` and the structured
 * form be served without parsing the rest.
 */
import { MAX_REVISION, varintSize, WireReader, writeVarint } from './wire';
import { uuidToBits } from './uuid';

/** What the fields of one event are, before it has a place in the log. */
export interface ProposedEvent {
  /** Lower-case 36-character UUID. */
  id: string;
  type: string;
  json: boolean;
  metadata: Uint8Array;
  data: Uint8Array;
}

/** A stored event taken apart; bytes are views on the stored ones. */
export interface DecodedEvent {
  id: string;
  stream: string;
  /** `MAX_REVISION` for a tombstone. */
  revision: number;
  position: number;
  type: string;
  contentType: string;
  /** Milliseconds since 1970, UTC. */
  created: number;
  metadata: Uint8Array;
  data: Uint8Array;
}

const ID_HEADER = Buffer.from([0x0a, 0x26, 0x12, 0x24]);
const ID_FIELD = 40;
const CREATED_KEY = entryHead('created');
const TYPE_CACHE_LIMIT = 4096;
const NO_BYTES = new Uint8Array(0);
/** A varint of 2^63 − 1, which no JavaScript number holds. */
const TOMBSTONE_REVISION = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);

function entryHead(key: string): Buffer {
  return Buffer.concat([Buffer.from([0x0a, key.length]), Buffer.from(key)]);
}

function mapEntry(key: string, value: string): Buffer {
  const valueBytes = Buffer.from(value);
  const head = entryHead(key);
  const size = head.length + 1 + varintSize(valueBytes.length) + valueBytes.length;
  const out = Buffer.allocUnsafe(1 + varintSize(size) + size);
  out[0] = 0x32;
  let o = writeVarint(out, 1, size);
  o += head.copy(out, o);
  out[o++] = 0x12;
  o = writeVarint(out, o, valueBytes.length);
  valueBytes.copy(out, o);
  return out;
}

const typeCache = new Map<string, Buffer>();

/** The two metadata entries that depend on type and content type only: few kinds, many events. */
function typeEntries(type: string, json: boolean): Buffer {
  const key = json ? `j${type}` : `b${type}`;
  let entries = typeCache.get(key);
  if (!entries) {
    entries = Buffer.concat([
      mapEntry('type', type),
      mapEntry('content-type', json ? 'application/json' : 'application/octet-stream'),
    ]);
    if (typeCache.size >= TYPE_CACHE_LIMIT) typeCache.clear();
    typeCache.set(key, entries);
  }
  return entries;
}

/** The encoded `stream_identifier` field of a stream, computed once per stream. */
export function streamField(name: string): Buffer {
  const bytes = Buffer.from(name);
  const inner = 1 + varintSize(bytes.length) + bytes.length;
  const out = Buffer.allocUnsafe(1 + varintSize(inner) + inner);
  out[0] = 0x12;
  let o = writeVarint(out, 1, inner);
  out[o++] = 0x1a;
  o = writeVarint(out, o, bytes.length);
  bytes.copy(out, o);
  return out;
}

/** Upper bound of the encoded size, to reserve room. */
export function recordedEventBound(event: ProposedEvent, field: Buffer): number {
  return ID_FIELD + field.length + 128 + event.type.length * 3 + event.metadata.length + event.data.length;
}

/**
 * Writes a recorded event at `offset`, returns the offset after it.
 * @param createdMs milliseconds since 1970, UTC; stored as 100-nanosecond ticks, as EventStoreDB does
 */
export function encodeRecordedEvent(
  out: Buffer,
  offset: number,
  event: ProposedEvent,
  field: Buffer,
  revision: number,
  position: number,
  createdMs: number,
): number {
  let o = offset;
  o += ID_HEADER.copy(out, o);
  o += out.write(event.id, o, 'latin1');
  o += field.copy(out, o);
  out[o++] = 0x18;
  if (revision === MAX_REVISION) o += TOMBSTONE_REVISION.copy(out, o);
  else o = writeVarint(out, o, revision);
  out[o++] = 0x20;
  o = writeVarint(out, o, position);
  out[o++] = 0x28;
  o = writeVarint(out, o, position);
  o += typeEntries(event.type, event.json).copy(out, o);
  const ticks = `${createdMs}0000`;
  out[o++] = 0x32;
  out[o++] = CREATED_KEY.length + 2 + ticks.length;
  o += CREATED_KEY.copy(out, o);
  out[o++] = 0x12;
  out[o++] = ticks.length;
  o += out.write(ticks, o, 'latin1');
  if (event.metadata.length > 0) {
    out[o++] = 0x3a;
    o = writeVarint(out, o, event.metadata.length);
    out.set(event.metadata, o);
    o += event.metadata.length;
  }
  if (event.data.length > 0) {
    out[o++] = 0x42;
    o = writeVarint(out, o, event.data.length);
    out.set(event.data, o);
    o += event.data.length;
  }
  return o;
}

/** The id of a stored event, without parsing it. */
export function idOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', 4, ID_FIELD);
}

/** The same event with its id as `UUID.Structured`, for clients that ask for that form. */
export function withStructuredId(bytes: Uint8Array): Buffer {
  const [most, least] = uuidToBits(idOf(bytes));
  const bits = Buffer.concat([Buffer.from([0x08]), bigVarint(most), Buffer.from([0x10]), bigVarint(least)]);
  const head = Buffer.concat([Buffer.from([0x0a, bits.length + 2, 0x0a, bits.length]), bits]);
  return Buffer.concat([head, bytes.subarray(ID_FIELD)]);
}

function bigVarint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 127n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

/** Takes a stored event apart. Throws `RangeError` when the bytes are damaged. */
export function decodeRecordedEvent(bytes: Uint8Array): DecodedEvent {
  const reader = new WireReader(bytes);
  const event: DecodedEvent = {
    id: idOf(bytes),
    stream: '',
    revision: 0,
    position: 0,
    type: '',
    contentType: '',
    created: 0,
    metadata: NO_BYTES,
    data: NO_BYTES,
  };
  reader.pos = ID_FIELD;
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x12) {
      const inner = reader.message();
      if (inner.varint() === 0x1a) event.stream = inner.text();
    } else if (tag === 0x18) event.revision = reader.varint();
    else if (tag === 0x20) event.position = reader.varint();
    else if (tag === 0x32) {
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
      else if (key === 'content-type') event.contentType = value;
      else if (key === 'created') event.created = Number(value.slice(0, -4));
    } else if (tag === 0x3a) event.metadata = reader.bytes();
    else if (tag === 0x42) event.data = reader.bytes();
    else reader.skip(tag & 7);
  }
  return event;
}

/** The data of a stored event alone (for links, whose data names their target). */
export function dataOf(bytes: Uint8Array): Uint8Array {
  const reader = new WireReader(bytes);
  reader.pos = ID_FIELD;
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x42) return reader.bytes();
    reader.skip(tag & 7);
  }
  return NO_BYTES;
}
