import type { EventMetadata } from '@hoptac/kernel';
import { v5 as uuidv5 } from 'uuid';
import type { AppendContext } from './event-store.port';

/** Namespace of our event ids. Fixed for ever: with another one a retried append would be a second event. */
const NAMESPACE = '8f0d1c1e-6a55-5d0b-9c34-2f9a4b1f7e10';

/** UUIDv5 of (command id, index): any retry of a command offers the same events. One command id appends to one stream. */
export function eventId(commandId: string, index: number): string {
  return uuidv5(`${commandId}/${String(index)}`, NAMESPACE);
}

/** Metadata as it is written: ours, and EventStoreDB's own keys for correlation and causation. */
export type StoredMetadata = EventMetadata & { $correlationId: string; $causationId: string };

/** The metadata of one event; nothing but the adapter writes it. */
export function metadataOf(context: AppendContext, schemaVersion: number): StoredMetadata {
  const causationId = context.causationId ?? context.commandId;
  return {
    $correlationId: context.correlationId,
    $causationId: causationId,
    schemaVersion,
    occurredAt: context.occurredAt,
    recordedBy: context.actor,
    correlationId: context.correlationId,
    causationId,
    commandId: context.commandId,
    ...(context.effectiveOn !== undefined && { effectiveOn: context.effectiveOn }),
    ...(context.legalBasis !== undefined && { legalBasis: context.legalBasis }),
    ...(context.rulebookVersion !== undefined && { rulebookVersion: context.rulebookVersion }),
    ...(context.traceparent !== undefined && { traceparent: context.traceparent }),
    ...(context.requestHash !== undefined && { requestHash: context.requestHash }),
  };
}

/** Metadata as it is read: ours alone. @throws Error when somebody else wrote the event. */
export function readMetadata(stored: unknown, where: string): EventMetadata {
  if (
    typeof stored !== 'object' ||
    stored === null ||
    !('schemaVersion' in stored) ||
    !('commandId' in stored) ||
    !('recordedBy' in stored)
  ) {
    throw new Error(`${where} has no metadata of ours: it was not written by this system`);
  }
  const ours: Partial<StoredMetadata> = { ...(stored as StoredMetadata) };
  delete ours.$correlationId;
  delete ours.$causationId;
  return ours as EventMetadata;
}

/**
 * Refuses what JSON would change on its way into the store (dates, bigints, not-a-number, maps), so that folding what was offered and folding what was
 * read give the same state. Properties that are `undefined` are left out by JSON and allowed.
 * @throws TypeError naming the path.
 */
export function assertPlainJson(value: unknown, path = 'data'): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path} is ${String(value)}, which JSON cannot say`);
      return;
    case 'object':
      break;
    default:
      throw new TypeError(`${path} is a ${typeof value}, which JSON cannot say`);
  }
  if (value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) assertPlainJson(item, `${path}[${String(index)}]`);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path} is not a plain record`);
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) assertPlainJson(item, `${path}.${key}`);
  }
}
