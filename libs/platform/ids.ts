import { v5, v7 } from 'uuid';

/** Namespace of every name-based id of the house; never changes, or repeated commands would be new ones. */
const HOUSE = '6f0f6d1e-3a55-5d3b-9d0e-5b1f2c7a9e41';

/** A new UUIDv7: unique, and ordered by its creation. */
export const newId = (): string => v7();

/** UUIDv5 of text: the same namespace and name always give the same id. Neither needs to be a UUID. */
export const nameId = (namespace: string, name: string): string => v5(name, v5(namespace, HOUSE));
