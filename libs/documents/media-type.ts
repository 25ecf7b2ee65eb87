import { fileTypeFromBuffer } from 'file-type';

/** Types that a dossier may carry. */
export const DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Bytes of the beginning and the end that the type is told from. */
export const HEAD_BYTES = 4_100;
export const TAIL_BYTES = 1_024;

const ENDINGS: Readonly<Record<DocumentType, (tail: Buffer) => boolean>> = {
  'application/pdf': (tail) => tail.includes('%%EOF'),
  'image/png': (tail) => tail.includes('IEND'),
  'image/jpeg': (tail) => tail.includes(Buffer.from([0xff, 0xd9])),
};

const MAGIC: Readonly<Record<DocumentType, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
};

/** The type that the bytes themselves show, whatever the name or the sender says; undefined for any other. */
export async function sniff(head: Buffer): Promise<DocumentType | undefined> {
  const mime = (await fileTypeFromBuffer(head))?.mime;
  const type = DOCUMENT_TYPES.find((known) => known === mime);
  // At the very first byte: a file that is something else in front is a polyglot.
  return type !== undefined && head.subarray(0, MAGIC[type].length).equals(MAGIC[type]) ? type : undefined;
}

/** Whether the file has its end; an upload broken off does not. */
export const isWhole = (type: DocumentType, tail: Buffer): boolean => ENDINGS[type](tail);

export const EXTENSIONS: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};
