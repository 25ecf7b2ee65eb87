import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Somebody else of the staff who looks at the same thing. */
export interface Onlooker {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

const POLL_MS = 30_000;
/** A tab that nobody sees gives its line back: browsers hold few lines to one house. */
const HIDDEN_MS = 30_000;

type Wake = () => void;
const wakes = new Map<string, Set<Wake>>();
const crowdWatchers = new Map<string, Set<(others: readonly Onlooker[]) => void>>();
let source: EventSource | undefined;
let followed = '';
let reopening: number | undefined;
let polling: number | undefined;

/** One line per tab, whatever its parts follow. */
function open(): void {
  reopening = undefined;
  const wanted = [...wakes.keys()].sort().join(',');
  if (wanted === followed && source !== undefined) return;
  close();
  if (wanted === '' || document.hidden) return;
  followed = wanted;
  source = new EventSource(`/api/live?of=${encodeURIComponent(wanted)}`);
  source.addEventListener('open', () => {
    window.clearInterval(polling);
    polling = undefined;
    wakeAll();
  });
  source.addEventListener('changed', (event: MessageEvent<string>) => {
    const { changes } = JSON.parse(event.data) as { changes: readonly { of: string }[] };
    for (const { of } of changes) for (const wake of wakes.get(of) ?? []) wake();
  });
  source.addEventListener('onlookers', (event: MessageEvent<string>) => {
    const { of, others } = JSON.parse(event.data) as { of: string; others: readonly Onlooker[] };
    for (const tell of crowdWatchers.get(of) ?? []) tell(others);
  });
  source.addEventListener('end', (event: MessageEvent<string>) => {
    // The house ends a stream in order; after these the page asks by itself instead of pressing on.
    const { why } = JSON.parse(event.data) as { why: string };
    if (why === 'crowded' || why === 'signed-out') poll();
  });
  source.addEventListener('error', () => {
    // The browser comes back by itself with the last event's id, unless the house refused the line.
    if (source?.readyState === EventSource.CLOSED) poll();
  });
}

function close(): void {
  source?.close();
  source = undefined;
  followed = '';
}

/** Fall-back: asks every 30 seconds, and tries for a line each time. */
function poll(): void {
  close();
  polling ??= window.setInterval(() => {
    wakeAll();
    open();
  }, POLL_MS);
}

function wakeAll(): void {
  for (const all of wakes.values()) for (const wake of all) wake();
}

const openSoon = (): void => {
  reopening ??= window.setTimeout(open, 20);
};

let hiding: number | undefined;
document.addEventListener('visibilitychange', () => {
  window.clearTimeout(hiding);
  if (document.hidden) hiding = window.setTimeout(close, HIDDEN_MS);
  else if (source === undefined) openSoon();
});

function follow<Listener>(all: Map<string, Set<Listener>>, of: string, listener: Listener): () => void {
  const listeners = all.get(of) ?? new Set<Listener>();
  all.set(of, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) all.delete(of);
  };
}

/**
 * Reads again what changed, as long as the page is open: `useLive({ 'dossiers.queue': ['queue'] })` invalidates the queries under these keys whenever the
 * read model took in something that concerns this reader. While no line is to be had, every 30 seconds.
 */
export function useLive(topics: Readonly<Record<string, QueryKey>>): void {
  const client = useQueryClient();
  const wanted = JSON.stringify(topics);
  useEffect(() => {
    const ends = Object.entries(JSON.parse(wanted) as Record<string, QueryKey>).map(([of, queryKey]) =>
      follow(wakes, of, () => void client.invalidateQueries({ queryKey })),
    );
    openSoon();
    return () => {
      for (const end of ends) end();
      openSoon();
    };
  }, [client, wanted]);
}

/** Who else of the staff has this thing open; follow it with `useLive` as well. */
export function useOnlookers(of: string): readonly Onlooker[] {
  const [others, setOthers] = useState<readonly Onlooker[]>([]);
  useEffect(() => follow(crowdWatchers, of, setOthers), [of]);
  return others;
}
