/**
 * The few protobuf wire primitives that the hand-written codecs of the hot path need.
 * Numbers are JavaScript safe integers: a 64-bit value above 2^53 − 1 is read as `MAX_REVISION`, because nothing
 * in a store of ours can lie beyond it and `2^64 − 1` is how some clients say "the end".
 */

/** The largest revision or position we tell apart; also stands for 2^63 − 1, the revision of a tombstone. */
export const MAX_REVISION = Number.MAX_SAFE_INTEGER;

/** Reads protobuf fields out of a buffer without copying. Throws `RangeError` on malformed input. */
export class WireReader {
  pos: number;

  constructor(
    readonly buf: Uint8Array,
    start = 0,
    readonly end = buf.length,
  ) {
    this.pos = start;
  }

  /** True while fields remain. */
  more(): boolean {
    return this.pos < this.end;
  }

  /** An unsigned varint, clamped to `MAX_REVISION`. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 10; i++) {
      if (this.pos >= this.end) break;
      const byte = this.buf[this.pos++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value > MAX_REVISION ? MAX_REVISION : value;
      scale *= 128;
    }
    throw new RangeError('malformed varint');
  }

  /** A signed 64-bit varint (two's complement), exact. */
  bigVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.pos >= this.end) break;
      const byte = this.buf[this.pos++] as number;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError('malformed varint');
  }

  /** A length-delimited field as a view on the same memory. */
  bytes(): Uint8Array {
    const length = this.varint();
    const start = this.pos;
    const end = start + length;
    if (end > this.end) throw new RangeError('field reaches beyond its message');
    this.pos = end;
    return this.buf.subarray(start, end);
  }

  /** A reader limited to the next length-delimited field. */
  message(): WireReader {
    const length = this.varint();
    const start = this.pos;
    const end = start + length;
    if (end > this.end) throw new RangeError('field reaches beyond its message');
    this.pos = end;
    return new WireReader(this.buf, start, end);
  }

  /** A length-delimited field as text. */
  text(): string {
    const b = this.bytes();
    return Buffer.from(b.buffer, b.byteOffset, b.length).toString('utf8');
  }

  /** Passes over a field of the given wire type. */
  skip(wireType: number): void {
    if (wireType === 0) this.varint();
    else if (wireType === 1) this.pos += 8;
    else if (wireType === 2) this.bytes();
    else if (wireType === 5) this.pos += 4;
    else throw new RangeError(`unknown wire type ${wireType}`);
    if (this.pos > this.end) throw new RangeError('field reaches beyond its message');
  }
}

/** Bytes a varint takes. */
export function varintSize(value: number): number {
  let size = 1;
  while (value >= 128) {
    value = Math.floor(value / 128);
    size++;
  }
  return size;
}

/** Writes an unsigned varint of a safe integer, returns the offset after it. */
export function writeVarint(buf: Uint8Array, offset: number, value: number): number {
  while (value > 0x7fffffff) {
    buf[offset++] = (value % 128) | 0x80;
    value = Math.floor(value / 128);
  }
  while (value > 127) {
    buf[offset++] = (value & 0x7f) | 0x80;
    value >>>= 7;
  }
  buf[offset++] = value;
  return offset;
}

/** A complete length-delimited field: tag, length, content. */
export function delimited(tag: number, content: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(1 + varintSize(content.length) + content.length);
  out[0] = tag;
  out.set(content, writeVarint(out, 1, content.length));
  return out;
}
