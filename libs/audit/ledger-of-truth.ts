import type { EventStore, UnreadableEvent } from '@hoptac/event-store';
import type { Recorded } from '@hoptac/kernel';
import type { Projection } from '@hoptac/projections';
import type { ReadDb } from '@hoptac/read-db';
import { compareWithFreshFold } from './fresh-fold';

/** One thing that does not agree, and which of the ledger's six laws says that it must. */
export interface Finding {
  readonly law: 1 | 2 | 3 | 4 | 5 | 6;
  readonly where: string;
  readonly what: string;
}

/** A step whose answer somebody holds. */
export interface AnsweredStep {
  readonly stream: string;
  /** Revision of its last event, as answered. */
  readonly revision: number;
}

/** What the engine says of one case. */
export interface CaseWorkflow {
  readonly running: boolean;
  /** Revision of the last fact it folded. */
  readonly revision?: number;
  readonly stuck?: string;
}

/** A kind of case: which streams, when closed, what its workflow and its due dates must be. Given by the context that owns it. */
export interface LedgerCases {
  readonly category: string;
  isClosed(events: readonly Recorded[]): boolean;
  /** Last revision that must have reached the workflow: facts that wake nobody may still ride along. */
  mustHaveSeen(events: readonly Recorded[]): number;
  workflowOf(caseId: string): Promise<CaseWorkflow | undefined>;
  /** Sentences about papers owed and missing, or twice there (law 5), and about due dates and late marks that do not follow (law 6). */
  papersAndDates(caseId: string, events: readonly Recorded[], all: readonly Recorded[]): readonly Finding[];
}

export interface LedgerParts {
  readonly store: EventStore;
  /** Prefixes of every stream of the house. */
  readonly streamPrefixes: readonly string[];
  /** Those of them whose streams show only their newest events; the older ones may still stand in $all. */
  readonly boundedPrefixes?: readonly string[];
  readonly db?: ReadDb;
  readonly projections?: readonly Projection<never>[];
  readonly cases?: readonly LedgerCases[];
  readonly answered?: readonly AnsweredStep[];
}

export interface LedgerReport {
  readonly findings: readonly Finding[];
  /** Facts that this program cannot read, such as those that an administrator parked: left out with the whole of their streams, never silently. */
  readonly unreadable: readonly { readonly where: string; readonly what: string }[];
  /** A floor of work: a ledger without entries proves nothing. */
  readonly counted: {
    readonly events: number;
    readonly streams: number;
    readonly rows: number;
    readonly cases: number;
    readonly answered: number;
  };
}

/**
 * The ledger of truth: stream, read model and workflow tell the same story. Reads everything once; call it when nobody writes.
 * Returns what does not agree; throws only when a part cannot be read.
 */
export async function checkLedger(parts: LedgerParts): Promise<LedgerReport> {
  const findings: Finding[] = [];
  const all: Recorded[] = [];
  const unreadable: UnreadableEvent[] = [];
  const { streamPrefixes } = parts;
  for await (const recorded of parts.store.readAll({ streamPrefixes }, undefined, (event) => unreadable.push(event)))
    all.push(recorded);
  const streams = Map.groupBy(all, (recorded) => recorded.stream);
  // Of such a stream nothing can be compared; it is named, and the others are looked at.
  for (const { stream } of unreadable) streams.delete(stream);

  findings.push(...orderOfAll(all), ...(await streamsAgree(parts, streams)));
  for (const step of parts.answered ?? []) {
    const count = streams.get(step.stream)?.filter((recorded) => recorded.revision === step.revision).length ?? 0;
    if (count !== 1)
      findings.push({ law: 1, where: step.stream, what: `answered revision ${step.revision} is there ${count} times` });
  }
  findings.push(...commandsOnce(streams));

  let rows = 0;
  if (parts.db !== undefined) {
    for (const projection of parts.projections ?? []) {
      const compared = await compareWithFreshFold(parts.db, projection, all);
      rows += compared.rows;
      findings.push(...compared.differences.map((what) => ({ law: 3, where: projection.name, what }) as const));
    }
  }
  let cases = 0;
  for (const kind of parts.cases ?? []) {
    for (const [stream, events] of streams) {
      if (!stream.startsWith(`${kind.category}-`)) continue;
      cases += 1;
      findings.push(...(await caseAgrees(kind, stream, events, all)));
    }
  }
  return {
    findings,
    unreadable: unreadable.map(({ stream, revision, eventType, message }) => ({
      where: `${stream}@${String(revision)}`,
      what: `${eventType}: ${message}`,
    })),
    counted: { events: all.length, streams: streams.size, rows, cases, answered: parts.answered?.length ?? 0 },
  };
}

function orderOfAll(all: readonly Recorded[]): Finding[] {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  let before = -1n;
  for (const { id, stream, position } of all) {
    if (position.commit <= before)
      findings.push({ law: 2, where: stream, what: `position ${position.commit} does not follow ${before}` });
    if (ids.has(id)) findings.push({ law: 1, where: stream, what: `event ${id} is there twice` });
    ids.add(id);
    before = position.commit;
  }
  return findings;
}

async function streamsAgree(
  { store, boundedPrefixes = [] }: Pick<LedgerParts, 'store' | 'boundedPrefixes'>,
  streams: ReadonlyMap<string, readonly Recorded[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [stream, all] of streams) {
    const { events } = await store.readStream(stream);
    const bounded = boundedPrefixes.some((prefix) => stream.startsWith(prefix));
    const seen = bounded ? all.slice(-events.length) : all;
    const begins = bounded ? (all.at(-1)?.revision ?? 0) + 1 - seen.length : 0;
    const same =
      events.length === seen.length &&
      events.every((recorded, index) => recorded.id === seen[index]?.id && recorded.revision === begins + index);
    if (!same)
      findings.push({
        law: 2,
        where: stream,
        what: `the stream has ${events.length} events, $all has ${seen.length} of it, or in another order`,
      });
  }
  return findings;
}

/** The events of one command stand side by side in a stream; the same command id further on would be a step recorded twice. */
function commandsOnce(streams: ReadonlyMap<string, readonly Recorded[]>): Finding[] {
  const findings: Finding[] = [];
  for (const [stream, events] of streams) {
    const last = new Map<string, number>();
    for (const { revision, metadata } of events) {
      const before = last.get(metadata.commandId);
      if (before !== undefined && before !== revision - 1)
        findings.push({ law: 1, where: stream, what: `command ${metadata.commandId} is recorded twice` });
      last.set(metadata.commandId, revision);
    }
  }
  return findings;
}

async function caseAgrees(
  kind: LedgerCases,
  stream: string,
  events: readonly Recorded[],
  all: readonly Recorded[],
): Promise<Finding[]> {
  const caseId = stream.slice(kind.category.length + 1);
  const findings = [...kind.papersAndDates(caseId, events, all)];
  const workflow = await kind.workflowOf(caseId);
  const found = (what: string): void => void findings.push({ law: 4, where: stream, what });
  if (kind.isClosed(events)) {
    if (workflow?.running) found('the case is closed and its workflow still runs');
    return findings;
  }
  if (workflow === undefined || !workflow.running) found('the case is open and no workflow follows it');
  else {
    const owed = kind.mustHaveSeen(events);
    if ((workflow.revision ?? -1) < owed)
      found(`the workflow has seen revision ${workflow.revision ?? -1}, the case waits at ${owed}`);
    if (workflow.stuck !== undefined) found(`stuck: ${workflow.stuck}`);
  }
  return findings;
}
