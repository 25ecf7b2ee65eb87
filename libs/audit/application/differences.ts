/** One field that two states do not share. `path` goes by names, and in lists by what identifies the item, never by its place. */
export interface Difference {
  readonly path: readonly string[];
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields by which an item of a list is the same item in two states. */
const IDENTITIES = ['id', 'personId', 'code', 'kind', 'subject', 'check', 'sha256'] as const;

/** Field by field what changed between two plain JSON states; either may not exist. Whole things that came or went are told leaf by leaf. */
export function differencesBetween(before: unknown, after: unknown): Difference[] {
  const found: Difference[] = [];
  compare([], before, after, found);
  return found;
}

function compare(path: readonly string[], before: unknown, after: unknown, found: Difference[]): void {
  const a = branches(before);
  const b = branches(after);
  if (a === undefined && b === undefined) {
    leaf(path, before, after, found);
    return;
  }
  // A leaf that became a branch, or the other way round: both are told.
  if (a === undefined && before !== undefined && before !== null) leaf(path, before, undefined, found);
  if (b === undefined && after !== undefined && after !== null) leaf(path, undefined, after, found);
  for (const key of new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]))
    compare([...path, key], a?.[key], b?.[key], found);
}

function leaf(path: readonly string[], before: unknown, after: unknown, found: Difference[]): void {
  const was = before ?? undefined;
  const is = after ?? undefined;
  if (was === is) return;
  if (was === undefined) found.push({ path, change: 'added', after: is });
  else if (is === undefined) found.push({ path, change: 'removed', before: was });
  else found.push({ path, change: 'changed', before: was, after: is });
}

/** What lies below: fields of an object, items of a list by their identity; undefined for a leaf. An empty list or object has nothing to tell. */
function branches(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return value as Fields;
  const items: readonly unknown[] = value;
  const identities = items.map(identityOf);
  const named = identities.every((name) => name !== undefined) && new Set(identities).size === identities.length;
  const entries = items.map((item, place) => [named ? identities[place] : String(place + 1), item] as const);
  return Object.fromEntries(entries) as Fields;
}

function identityOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return typeof item === 'string' ? item : undefined;
  const { person } = item as { person?: { personId?: unknown } };
  if (typeof person?.personId === 'string') return person.personId;
  const field = IDENTITIES.find((name) => typeof (item as Fields)[name] === 'string');
  return field === undefined ? undefined : ((item as Fields)[field] as string);
}
