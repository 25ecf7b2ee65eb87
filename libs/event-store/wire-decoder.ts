import type { Instant, Position } from '@hoptac/kernel';

/**
 * Decodes the one hot message of the protocol, `event_store.client.streams.ReadResp`, by hand: the client's own classes cost ten times as much and cap any
 * reader at some 25,000 events a second. Whatever it does not know is `other` and passed over, as protobuf wants it.
 */
export type WireItem =
  | { readonly kind: 'event'; readonly record: WireRecord }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'other' };

/** A record as it came over the wire; data and metadata are not parsed until somebody wants the event. */
export interface WireRecord {
  readonly id: string;
  readonly streamId: string;
  readonly revision: number;
  readonly position: Position;
  readonly type: string;
  readonly isJson: boolean;
  readonly created: Instant;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

const WIRE = { varint: 0, eightBytes: 1, delimited: 2, fourBytes: 5 } as const;
/** Fields of ReadResp, ReadEvent, Checkpoint, RecordedEvent, UUID, StreamIdentifier and of a map's entry. */
const RESPONSE = { event: 1, checkpoint: 3, caughtUp: 8 } as const;
const READ_EVENT = { event: 1, link: 2 } as const;
const RECORD = { id: 1, stream: 2, revision: 3, prepare: 4, commit: 5, labels: 6, metadata: 7, data: 8 } as const;

const OTHER: WireItem = { kind: 'other' };
const CAUGHT_UP: WireItem = { kind: 'caught-up' };
const NOTHING: Buffer = Buffer.alloc(0);

/** @throws RangeError for bytes that are not such a message. */
export function decodeReadResponse(bytes: Buffer): WireItem {
  let item = OTHER;
  for (const fields = new Fields(bytes, 0, bytes.length); fields.next();) {
    if (fields.number === RESPONSE.event) item = readEvent(fields.message());
    else if (fields.number === RESPONSE.checkpoint)
      item = { kind: 'checkpoint', position: readCheckpoint(fields.message()) };
    else if (fields.number === RESPONSE.caughtUp) item = CAUGHT_UP;
  }
  return item;
}

function readEvent(fields: Fields): WireItem {
  let record: WireRecord | undefined;
  let linked = false;
  while (fields.next()) {
    if (fields.number === READ_EVENT.event) record = readRecord(fields.message());
    else if (fields.number === READ_EVENT.link) linked = true;
  }
  // Links are not asked to be resolved; one that comes all the same is not an event of its own.
  return record === undefined || linked ? OTHER : { kind: 'event', record };
}

function readCheckpoint(fields: Fields): Position {
  let commit = 0;
  let prepare = 0;
  while (fields.next()) {
    if (fields.number === 1) commit = fields.value;
    else if (fields.number === 2) prepare = fields.value;
  }
  return positionOf(commit, prepare);
}

function readRecord(fields: Fields): WireRecord {
  let [id, streamId, type, contentType, ticks] = ['', '', '', '', '0'];
  let [revision, prepare, commit] = [0, 0, 0];
  let [data, metadata] = [NOTHING, NOTHING];
  while (fields.next()) {
    switch (fields.number) {
      case RECORD.id:
        id = onlyText(fields.message(), 2);
        break;
      case RECORD.stream:
        streamId = onlyText(fields.message(), 3);
        break;
      case RECORD.revision:
        revision = fields.value;
        break;
      case RECORD.prepare:
        prepare = fields.value;
        break;
      case RECORD.commit:
        commit = fields.value;
        break;
      case RECORD.labels: {
        const [label, value] = readLabel(fields.message());
        if (label === 'type') type = value;
        else if (label === 'content-type') contentType = value;
        else if (label === 'created') ticks = value;
        break;
      }
      case RECORD.metadata:
        metadata = fields.bytes();
        break;
      case RECORD.data:
        data = fields.bytes();
    }
  }
  const position = positionOf(commit, prepare);
  return {
    id,
    streamId,
    revision,
    position,
    type,
    isJson: contentType === 'application/json',
    created: instantOf(ticks),
    data,
    metadata,
  };
}

function readLabel(fields: Fields): [label: string, value: string] {
  let [label, value] = ['', ''];
  while (fields.next()) {
    if (fields.number === 1) label = fields.text();
    else if (fields.number === 2) value = fields.text();
  }
  return [label, value];
}

function onlyText(fields: Fields, number: number): string {
  let text = '';
  while (fields.next()) if (fields.number === number) text = fields.text();
  return text;
}

function positionOf(commit: number, prepare: number): Position {
  if (!Number.isSafeInteger(commit) || !Number.isSafeInteger(prepare))
    throw new RangeError('A position beyond 2^53 − 1');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Ticks are 100 nanoseconds since 1970, decimal text. */
const instantOf = (ticks: string): Instant => new Date(Math.floor(Number(ticks) / 10_000)).toISOString() as Instant;

/** Walks over the fields of one message, in place. */
class Fields {
  number = 0;
  /** Value of a varint field. Beyond 2^53 it is approximate. */
  value = 0;
  private from = 0;
  private to = 0;

  constructor(
    private readonly buffer: Buffer,
    private at: number,
    private readonly end: number,
  ) {}

  next(): boolean {
    if (this.at >= this.end) return false;
    const tag = this.varint();
    this.number = tag >>> 3;
    this.from = this.to = this.at;
    switch (tag & 7) {
      case WIRE.varint:
        this.value = this.varint();
        break;
      case WIRE.delimited: {
        const length = this.varint();
        this.from = this.at;
        this.at = this.to = this.at + length;
        break;
      }
      case WIRE.eightBytes:
        this.at += 8;
        break;
      case WIRE.fourBytes:
        this.at += 4;
        break;
      default:
        throw new RangeError('Not a protobuf message');
    }
    if (this.at > this.end) throw new RangeError('A protobuf message that ends too early');
    return true;
  }

  message(): Fields {
    return new Fields(this.buffer, this.from, this.to);
  }

  text(): string {
    return this.buffer.toString('utf8', this.from, this.to);
  }

  bytes(): Buffer {
    return this.buffer.subarray(this.from, this.to);
  }

  private varint(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const byte = this.at < this.end ? this.buffer[this.at] : undefined;
      if (byte === undefined) throw new RangeError('A protobuf message that ends too early');
      this.at += 1;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value;
      unit *= 128;
    }
  }
}
