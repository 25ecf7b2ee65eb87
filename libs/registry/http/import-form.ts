import type { Multipart } from '@fastify/multipart';
import { isLocalDate } from '@hoptac/kernel';
import { invalidInput, type LocalDate } from '@hoptac/kernel';
import { cleanFileName } from '@hoptac/documents';
import { StatusRefusal } from '@hoptac/platform';
import { COLUMNS, type Field } from '../import/columns';
import type { ImportFile } from '../import/register-import';

/** Largest register taken in, in bytes; ten thousand rows are about two million. */
const MAX_BYTES = 20 * 1024 * 1024;
const LIMITS = { fileSize: MAX_BYTES, files: 1, fields: 4, fieldSize: 65_536, parts: 5 };

/** What the form reader needs of a request. */
export interface FormRequest {
  isMultipart(): boolean;
  parts(options: { readonly limits: typeof LIMITS }): AsyncIterable<Multipart>;
}

/**
 * Reads the form `file`, `asOf` (YYYY-MM-DD, default today), `mapping` (JSON: header of the file → field), in any order.
 * @throws StatusRefusal 415 when it is no form, 413 when the file is larger than 20 MB; DomainError `REGISTRY.IMPORT_…` (400).
 */
export async function readImportForm(request: FormRequest, today: LocalDate): Promise<ImportFile> {
  if (!request.isMultipart())
    throw new StatusRefusal(415, 'PLATFORM.MEDIA_TYPE_UNSUPPORTED', 'multipart/form-data wanted');
  let file: { readonly bytes: Uint8Array; readonly fileName: string } | undefined;
  const fields: Record<string, string> = {};
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') {
      file = { bytes: await part.toBuffer(), fileName: cleanFileName(part.filename, 'so-dang-ky.csv') };
    } else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (file === undefined || file.bytes.length === 0)
    throw invalidInput('REGISTRY.IMPORT_FILE_MISSING', 'No file in the form');
  const mapping = mappingOf(fields['mapping']);
  return { ...file, asOf: dayOf(fields['asOf'], today), ...(mapping === undefined ? {} : { mapping }) };
}

function dayOf(text: string | undefined, today: LocalDate): LocalDate {
  if (text === undefined || text === '') return today;
  if (!isLocalDate(text)) throw invalidInput('REGISTRY.IMPORT_DAY_MALFORMED', 'asOf is not a day', { asOf: text });
  return text;
}

function mappingOf(text: string | undefined): Readonly<Record<string, Field>> | undefined {
  if (text === undefined || text === '') return undefined;
  const fields = new Set<string>(COLUMNS.map(({ field }) => field));
  const malformed = () =>
    invalidInput('REGISTRY.IMPORT_MAPPING_MALFORMED', 'mapping is JSON: header → field', { fields: [...fields] });
  let mapping: unknown;
  try {
    mapping = JSON.parse(text);
  } catch {
    throw malformed();
  }
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) throw malformed();
  if (!Object.values(mapping).every((field) => typeof field === 'string' && fields.has(field))) throw malformed();
  return mapping as Readonly<Record<string, Field>>;
}
