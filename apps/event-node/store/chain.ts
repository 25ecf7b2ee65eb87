/**
 * The checksum chain over records in commit order: each link is the first 16 bytes of SHA-256 over the link before and
 * the record's bytes, which hold its id, stream, revision, position, type, time and data. A damaged, missing, inserted
 * or reordered record breaks the chain at that record, and the head of the chain says how long the log must be.
 */
import { hash } from 'node:crypto';

/** Bytes of one link. */
export const CHAIN_SIZE = 16;

/** The link before the first record. */
export const CHAIN_START = Buffer.alloc(CHAIN_SIZE);

/** The link of what stands in `joined`: the link before, directly followed by the record. */
export function chainOfJoined(joined: Buffer): Buffer {
  return (hash('sha256', joined, 'buffer') as Buffer).subarray(0, CHAIN_SIZE);
}

/** The link of a record after `previous`. */
export function chainOf(previous: Uint8Array, bytes: Uint8Array): Buffer {
  return chainOfJoined(Buffer.concat([previous, bytes]));
}
