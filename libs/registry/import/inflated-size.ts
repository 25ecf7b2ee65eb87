import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Bytes that a zip (an .xlsx is one) unpacks to, counted by unpacking and never trusting what the archive says of itself: a bomb of a few
 * kilobytes would otherwise fill the memory of whoever reads it. Undefined beyond `most`, and for what is no plain zip (encrypted, zip64, other methods).
 */
export async function inflatedSize(archive: Buffer, most: number): Promise<number | undefined> {
  try {
    let size = 0;
    for (const { method, content } of entriesOf(archive)) {
      size +=
        method === STORED ? content.length : (await inflate(content, { maxOutputLength: most - size + 1 })).length;
      if (size > most) return undefined;
    }
    return size;
  } catch {
    // Broken deflate data, an offset beyond the end, more output than allowed: all of them unreadable.
    return undefined;
  }
}

/** @throws RangeError for offsets beyond the end, Error for what is no plain zip. */
function* entriesOf(archive: Buffer): Generator<{ readonly method: number; readonly content: Buffer }> {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('no directory entry');
    const isEncrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
    const method = archive.readUInt16LE(at + 10);
    if (isEncrypted || (method !== STORED && method !== DEFLATED)) throw new Error('not a plain entry');
    const packed = archive.readUInt32LE(at + 20);
    const header = archive.readUInt32LE(at + 42);
    if (archive.readUInt32LE(header) !== LOCAL_HEADER) throw new Error('no local header');
    const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    if (start + packed > archive.length) throw new Error('cut off');
    yield { method, content: archive.subarray(start, start + packed) };
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - END_BYTES; at >= Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT); at -= 1)
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error('no zip');
}
