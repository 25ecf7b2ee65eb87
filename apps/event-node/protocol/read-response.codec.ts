/** `streams.ReadResp` and `persistent_subscriptions.ReadResp` by hand, around stored bytes. */
import { delimited, varintSize, writeVarint } from './wire';
import { withStructuredId } from './recorded-event.codec';

/** How ids are to be written, as the request asked. */
export type UuidForm = 'string' | 'structured';

/**
 * A `ReadResp` with an event.
 * @param event the event, or the link itself when it could not be resolved and `link` is not given
 * @param link the link that led to the event
 * @param position commit position of the record that was read (the link's when there is one)
 */
export function encodeReadEvent(
  event: Uint8Array | null,
  link: Uint8Array | null,
  position: number,
  form: UuidForm,
): Buffer {
  return encodeEvent(event, link, position, form, null);
}

/** The same for a persistent subscription, which adds how often the message was tried before. */
export function encodePersistentEvent(
  event: Uint8Array | null,
  link: Uint8Array | null,
  position: number,
  form: UuidForm,
  retries: number,
): Buffer {
  return encodeEvent(event, link, position, form, retries);
}

function encodeEvent(
  event: Uint8Array | null,
  link: Uint8Array | null,
  position: number,
  form: UuidForm,
  retries: number | null,
): Buffer {
  if (form === 'structured') {
    if (event) event = withStructuredId(event);
    if (link) link = withStructuredId(link);
  }
  let size = 1 + varintSize(position);
  if (event) size += 1 + varintSize(event.length) + event.length;
  if (link) size += 1 + varintSize(link.length) + link.length;
  if (retries !== null) size += 1 + varintSize(retries);
  const out = Buffer.allocUnsafe(1 + varintSize(size) + size);
  out[0] = 0x0a;
  let o = writeVarint(out, 1, size);
  if (event) {
    out[o++] = 0x0a;
    o = writeVarint(out, o, event.length);
    out.set(event, o);
    o += event.length;
  }
  if (link) {
    out[o++] = 0x12;
    o = writeVarint(out, o, link.length);
    out.set(link, o);
    o += link.length;
  }
  out[o++] = 0x18;
  o = writeVarint(out, o, position);
  if (retries !== null) {
    out[o++] = 0x28;
    writeVarint(out, o, retries);
  }
  return out;
}

/** `confirmation` with the id of the subscription. The same bytes serve persistent subscriptions. */
export function encodeConfirmation(id: string): Buffer {
  return delimited(0x12, delimited(0x0a, Buffer.from(id)));
}

/** `checkpoint`: everything up to and with this position has been considered. */
export function encodeCheckpoint(position: number): Buffer {
  const inner = Buffer.allocUnsafe(2 + 2 * varintSize(position));
  inner[0] = 0x08;
  let o = writeVarint(inner, 1, position);
  inner[o++] = 0x10;
  writeVarint(inner, o, position);
  return delimited(0x1a, inner);
}

/** `stream_not_found` for a stream name. */
export function encodeStreamNotFound(stream: string): Buffer {
  return delimited(0x22, delimited(0x0a, delimited(0x1a, Buffer.from(stream))));
}

/** `first_stream_position`: where the visible part of a stream begins. */
export function encodeFirstStreamPosition(revision: number): Buffer {
  return encodePosition(0x28, revision);
}

/** `last_stream_position`: the last revision of a stream that was read. */
export function encodeLastStreamPosition(revision: number): Buffer {
  return encodePosition(0x30, revision);
}

function encodePosition(tag: number, revision: number): Buffer {
  const out = Buffer.allocUnsafe(1 + varintSize(revision));
  out[0] = tag;
  writeVarint(out, 1, revision);
  return out;
}

/** `caught_up`, which carries nothing. */
export const CAUGHT_UP = Buffer.from([0x42, 0x00]);
