import type { EventStore, UnreadableEvent } from '@hoptac/event-store';
import { caseFact } from './case-fact';
import { caseIdOf, type CaseCategory } from './case-category';
import type { CaseDelivery } from './case-delivery';
import { eachOf } from './each-of';

const AT_ONCE = 16;

export interface Resurrected {
  /** Cases of the category in the store. */
  readonly cases: number;
  /** Those not closed, whose workflow was given every fact from the beginning. */
  readonly fed: number;
  readonly failed: readonly { readonly stream: string; readonly reason: string }[];
}

/**
 * Gives every open case's workflow all its facts from the beginning, starting those that do not run. What is already a fact is not done again: a running
 * workflow ignores what it has seen. For the day on which the engine's database is lost. One failing case stops no other.
 */
export async function resurrectCases(
  parts: {
    readonly eventStore: EventStore;
    readonly delivery: CaseDelivery;
    readonly categories: readonly CaseCategory[];
  },
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Resurrected> {
  const open = await openStreams(parts.eventStore, parts.categories);
  const failed: { stream: string; reason: string }[] = [];
  let done = 0;
  await eachOf(open.streams, AT_ONCE, async ([stream, category]) => {
    try {
      const { events } = await parts.eventStore.readStream(stream);
      await parts.delivery.deliver(category, caseIdOf(category, stream) ?? stream, events.map(caseFact));
    } catch (error) {
      failed.push({ stream, reason: error instanceof Error ? error.message : String(error) });
    }
    done += 1;
    onProgress(done, open.streams.size);
  });
  return { cases: open.all, fed: open.streams.size - failed.length, failed };
}

/** Streams of the categories with more opening than closing facts, by one pass over the log. */
async function openStreams(
  eventStore: EventStore,
  categories: readonly CaseCategory[],
): Promise<{ readonly all: number; readonly streams: ReadonlyMap<string, CaseCategory> }> {
  const open = new Map<string, { readonly category: CaseCategory; owed: number }>();
  let all = 0;
  const streamPrefixes = categories.map(({ category }) => `${category}-`);
  const meet = (stream: string, revision: number, type: string): void => {
    const category = categories.find((candidate) => caseIdOf(candidate, stream) !== undefined);
    if (category === undefined) return;
    if (revision === 0) all += 1;
    const found = open.get(stream) ?? { category, owed: 0 };
    open.set(stream, found);
    if (category.openingTypes.includes(type)) found.owed += 1;
    if (category.closingTypes.includes(type)) found.owed -= 1;
    if (found.owed <= 0) open.delete(stream);
  };
  // A fact that cannot be read opens or closes its case all the same; the stream of an open one fails by itself and is named.
  const unreadable = ({ stream, revision, eventType }: UnreadableEvent): void => {
    meet(stream, revision, eventType);
  };
  for await (const { stream, event, revision } of eventStore.readAll({ streamPrefixes }, undefined, unreadable))
    meet(stream, revision, event.type);
  return { all, streams: new Map([...open].map(([stream, found]) => [stream, found.category])) };
}
