import { Chronicle, type ChronicleFilter, type ChronicleRow } from '@hoptac/chronicle';
import { EVENT_STORE, type EventStore } from '@hoptac/event-store';
import type { EvidenceMark, Instant, LocalDate, Recorded } from '@hoptac/kernel';
import { loadRulebook } from '@hoptac/rulebook';
import { Inject, Injectable } from '@nestjs/common';
import { withoutPersons } from './without-persons';

/** A document that a fact names; its bytes lie in the document store under the hash. */
export interface NamedDocument {
  readonly kind: string;
  readonly fileName?: string;
  readonly sha256: string;
}

/** One fact as an inspector reads it; of persons only our ids. */
export interface AuditEntry {
  readonly id: string;
  /** Commit position, decimal text. */
  readonly position: string;
  readonly category: string;
  readonly subjectId: string;
  readonly revision: number;
  readonly type: string;
  /** By the province's clock. */
  readonly occurredAt: Instant;
  /** When the store took it. */
  readonly recordedAt: Instant;
  readonly effectiveOn?: LocalDate;
  readonly by: {
    readonly personId: string;
    readonly role: string;
    readonly officeId?: string;
    readonly onBehalfOf?: string;
  };
  readonly articles: readonly { readonly article: string; readonly evidence: EvidenceMark }[];
  readonly documents: readonly NamedDocument[];
  readonly correlationId: string;
  readonly commandId: string;
  readonly data: unknown;
}

export interface TimelinePage {
  readonly items: readonly AuditEntry[];
  readonly total: number;
  /** Position before which the next page begins. */
  readonly next?: string;
}

/** More than a stretch of this many events for one that is wanted is read one by one. */
const WASTE = 4;
/** Facts that an export holds in memory at a time. */
const EXPORT_BATCH = 200;

/** Who did what, when, under which article, with which document: pages of the chronicle with what the facts say. */
@Injectable()
export class Timeline {
  private readonly rulebook = loadRulebook();

  constructor(
    private readonly chronicle: Chronicle,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  /** Newest first. @throws ReadModelNotReady; StoreUnavailable. */
  async page(filter: ChronicleFilter, request: { limit: number; before?: bigint }): Promise<TimelinePage> {
    const { items, total, next } = await this.chronicle.page(filter, request);
    return { items: await this.entries(items), total, ...(next === undefined ? {} : { next: next.toString() }) };
  }

  /** Every fact the filter finds, newest first, read page by page as the reader takes it. */
  async *all(filter: ChronicleFilter): AsyncGenerator<AuditEntry> {
    let before: bigint | undefined;
    do {
      const page = await this.chronicle.page(filter, {
        limit: EXPORT_BATCH,
        ...(before === undefined ? {} : { before }),
      });
      yield* await this.entries(page.items);
      before = page.next;
    } while (before !== undefined);
  }

  private async entries(rows: readonly ChronicleRow[]): Promise<AuditEntry[]> {
    const recorded = new Map<number, Recorded>();
    await Promise.all(
      [...Map.groupBy(rows, ({ stream }) => stream)].map(async ([stream, wanted]) => {
        for (const { from, most } of stretches(wanted.map(({ revision }) => revision))) {
          const { events } = await this.events.readStream(stream, from, most);
          for (const event of events) recorded.set(Number(event.position.commit), event);
        }
      }),
    );
    return rows.flatMap((row) => {
      const fact = recorded.get(row.position);
      return fact === undefined ? [] : [this.entryOf(fact)];
    });
  }

  private entryOf({ id, stream, revision, position, recordedAt, event, metadata }: Recorded): AuditEntry {
    const { recordedBy, occurredAt, effectiveOn, legalBasis = [], correlationId, commandId } = metadata;
    const dash = stream.indexOf('-');
    return {
      id,
      position: position.commit.toString(),
      category: stream.slice(0, dash),
      subjectId: stream.slice(dash + 1),
      revision,
      type: event.type,
      occurredAt,
      recordedAt,
      by: recordedBy,
      articles: legalBasis.map((article) => ({ article, evidence: this.rulebook.evidenceOf(article) })),
      documents: documentsIn(event.data),
      correlationId,
      commandId,
      data: withoutPersons(event.data),
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
    };
  }
}

/** The revisions as few stretches as make sense, so that neither the whole of a long stream nor event by event is read. */
export function stretches(revisions: readonly number[]): readonly { readonly from: number; readonly most: number }[] {
  const sorted = [...new Set(revisions)].sort((a, b) => a - b);
  const found: { from: number; most: number }[] = [];
  for (const revision of sorted) {
    const last = found.at(-1);
    if (last !== undefined && revision - (last.from + last.most) < WASTE) last.most = revision - last.from + 1;
    else found.push({ from: revision, most: 1 });
  }
  return found;
}

/** Whatever in a fact carries the hash of a file. */
function documentsIn(value: unknown): NamedDocument[] {
  if (typeof value !== 'object' || value === null) return [];
  const { sha256, kind, fileName } = value as Partial<Record<keyof NamedDocument, unknown>>;
  const own =
    typeof sha256 === 'string'
      ? [{ kind: typeof kind === 'string' ? kind : '', sha256, ...(typeof fileName === 'string' ? { fileName } : {}) }]
      : [];
  return [...own, ...Object.values(value).flatMap(documentsIn)];
}
