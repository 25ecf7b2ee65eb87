import { maskedRecord, type JsonObject, type PersonVault, type Sealed } from '@hoptac/personal-data';

const HIDDEN: ReadonlySet<string> = new Set(['identityFingerprint', 'representativeFingerprint']);

const isSealed = (value: object): value is Sealed =>
  typeof (value as Partial<Sealed>).personId === 'string' && typeof (value as Partial<Sealed>).box === 'string';

/** Plain JSON without sealed boxes and fingerprints: of a person only the id of ours is left. */
export function withoutPersons(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPersons);
  if (isSealed(value)) return { personId: value.personId };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !HIDDEN.has(field))
      .map(([field, inner]) => [field, withoutPersons(inner)]),
  );
}

/** Every sealed person in it, by id. */
export function personsIn(value: unknown, found = new Map<string, Sealed>()): ReadonlyMap<string, Sealed> {
  if (typeof value !== 'object' || value === null) return found;
  if (!Array.isArray(value) && isSealed(value)) found.set(value.personId, value);
  else for (const inner of Object.values(value)) personsIn(inner, found);
  return found;
}

/** Persons masked, by id; null for those who were erased. */
export async function maskedPersons(
  vault: PersonVault,
  sealed: ReadonlyMap<string, Sealed>,
): Promise<Readonly<Record<string, JsonObject | null>>> {
  const masked = await Promise.all(
    [...sealed].map(async ([personId, box]) => {
      const record = await vault.open(box);
      return [personId, record && maskedRecord(record)] as const;
    }),
  );
  return Object.fromEntries(masked);
}
