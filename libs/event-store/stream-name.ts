import { invalidInput } from '@hoptac/kernel';

const CATEGORY = /^[a-z][A-Za-z0-9]*$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_.:~-]{0,199}$/;

/**
 * `<category>-<id>`. By-category projections cut at the first hyphen, so the category has none.
 * @throws DomainError `EVENT_STORE.STREAM_ID_INVALID` when the id could not be one of ours; RangeError for a wrong category (a programming error).
 */
export function streamName(category: string, id: string): string {
  if (!CATEGORY.test(category)) throw new RangeError(`Not a stream category: ${category}`);
  if (!ID.test(id)) throw invalidInput('EVENT_STORE.STREAM_ID_INVALID', 'Not the id of a stream', { category });
  return `${category}-${id}`;
}

/** Category and id of a stream name; undefined for names that are not ours (system streams). */
export function parseStreamName(stream: string): { readonly category: string; readonly id: string } | undefined {
  const cut = stream.indexOf('-');
  if (cut < 1 || !CATEGORY.test(stream.slice(0, cut))) return undefined;
  return { category: stream.slice(0, cut), id: stream.slice(cut + 1) };
}
