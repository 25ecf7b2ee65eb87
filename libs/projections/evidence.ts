import type { Position, Recorded } from '@hoptac/kernel';
import { comparePositions, showPosition } from './positions';

/** Looks up the last revision considered of streams, from the projection's own table. */
export type RevisionLookup = (streams: readonly string[]) => Promise<ReadonlyMap<string, number>>;

const GENERATION = 100_000;

/**
 * Proves that a processor skipped nothing and saw nothing twice. Positions must rise beyond the checkpoint; where streams are followed whole, each
 * stream's revisions must follow each other without a hole, from 0. A lost event thus shows at the next event of its stream.
 */
export class StreamEvidence {
  private recent = new Map<string, number>();
  private older = new Map<string, number>();

  constructor(
    private position: Position | undefined,
    private readonly lookup: RevisionLookup | undefined,
  ) {}

  /** Fetches what is known of the batch's streams; needed before `refuse`. */
  async prepare(events: readonly Recorded[]): Promise<void> {
    if (!this.lookup) return;
    const unknown = new Set<string>();
    const begun = new Set<string>();
    for (const { stream, revision } of events) {
      // A stream that begins in this batch has no past to look up.
      if (revision === 0) begun.add(stream);
      else if (!begun.has(stream) && this.known(stream) === undefined) unknown.add(stream);
    }
    if (unknown.size === 0) return;
    for (const [stream, revision] of await this.lookup([...unknown])) this.remember(stream, revision);
  }

  /** Takes the event into the evidence, or says why it cannot be the next one. */
  refuse(recorded: Recorded): string | undefined {
    if (comparePositions(recorded.position, this.position) <= 0) {
      return `position ${showPosition(recorded.position)} does not lie after ${showPosition(this.position)}: the subscription went back`;
    }
    if (this.lookup) {
      const last = this.known(recorded.stream) ?? -1;
      if (recorded.revision !== last + 1) {
        return `stream ${recorded.stream} goes from revision ${String(last)} to ${String(recorded.revision)}: ${
          recorded.revision > last ? 'events were skipped' : 'an event came again'
        }`;
      }
      this.remember(recorded.stream, recorded.revision);
    }
    this.position = recorded.position;
    return undefined;
  }

  private known(stream: string): number | undefined {
    return this.recent.get(stream) ?? this.older.get(stream);
  }

  private remember(stream: string, revision: number): void {
    this.recent.set(stream, revision);
    if (this.recent.size < GENERATION) return;
    this.older = this.recent;
    this.recent = new Map();
  }
}

/** The last revision of each stream in the events, as two columns. */
export function lastRevisions(events: readonly Recorded[]): { streams: string[]; revisions: number[] } {
  const last = new Map<string, number>();
  for (const { stream, revision } of events) last.set(stream, revision);
  return { streams: [...last.keys()], revisions: [...last.values()] };
}
