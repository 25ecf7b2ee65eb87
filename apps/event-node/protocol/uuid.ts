import type { WireReader } from './wire';

const TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the 36-character text form. */
function isUuid(text: string): boolean {
  return text.length === 36 && TEXT.test(text);
}

/** 64 + 64 bits to the 36-character lower-case text form. */
function uuidFromBits(most: bigint, least: bigint): string {
  const hex =
    BigInt.asUintN(64, most).toString(16).padStart(16, '0') + BigInt.asUintN(64, least).toString(16).padStart(16, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The text form as two signed 64-bit numbers, as `UUID.Structured` carries them. */
export function uuidToBits(text: string): [bigint, bigint] {
  const hex = text.replaceAll('-', '');
  return [BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`)), BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`))];
}

/** Reads an `event_store.client.UUID` message in either of its forms; throws `RangeError` when it is none. */
export function readUuid(reader: WireReader): string {
  let text = '';
  while (reader.more()) {
    const tag = reader.varint();
    if (tag === 0x12) text = reader.text().toLowerCase();
    else if (tag === 0x0a) {
      const bits = reader.message();
      let most = 0n;
      let least = 0n;
      while (bits.more()) {
        const inner = bits.varint();
        if (inner === 0x08) most = bits.bigVarint();
        else if (inner === 0x10) least = bits.bigVarint();
        else bits.skip(inner & 7);
      }
      text = uuidFromBits(most, least);
    } else reader.skip(tag & 7);
  }
  if (!isUuid(text)) throw new RangeError('not a UUID');
  return text;
}
