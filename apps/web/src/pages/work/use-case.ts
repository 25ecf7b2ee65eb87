import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, type StepAnswer } from '../../api/client';
import type { TimelineEntry } from '../../api/types';
import { useLive } from '../../shared/live';
import type { WorkCase } from './types';

interface LookedAt {
  /** As it was when the person began to write; else the newest. */
  readonly dossier: WorkCase | undefined;
  /** What somebody recorded meanwhile. */
  readonly news: TimelineEntry | undefined;
  readonly behind: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Somebody is writing: the page under him is not exchanged. */
  readonly hold: (writing: boolean) => void;
  readonly takeNewest: () => void;
  /** Reads the case as it is after an own step. */
  readonly after: (answer: StepAnswer) => Promise<void>;
}

/** One case, followed live, and never exchanged under somebody who writes. */
export function useCase(id: string): LookedAt {
  const client = useQueryClient();
  const [held, setHeld] = useState<WorkCase>();
  const [own, setOwn] = useState<number>();
  const [first, setFirst] = useState<number>();
  useLive({ [`dossiers.case-page:${id}`]: ['case', id] });
  const newest = useQuery({ queryKey: ['case', id], queryFn: () => get<WorkCase>(`/api/dossiers/${id}`) });
  const latest = newest.data;
  if (latest !== undefined && first === undefined) setFirst(latest.revision);
  const changed = latest !== undefined && first !== undefined && latest.revision > Math.max(first, own ?? -1);
  const events = useQuery({
    queryKey: ['events', `/api/dossiers/${id}/events`, latest?.revision],
    queryFn: () => get<readonly TimelineEntry[]>(`/api/dossiers/${id}/events`),
    enabled: changed,
  });
  const behind = held !== undefined && latest !== undefined && latest.revision > held.revision;
  return {
    dossier: held ?? latest,
    news: changed ? events.data?.at(-1) : undefined,
    behind,
    error: latest === undefined ? newest.error : null,
    retry: () => void newest.refetch(),
    hold: (writing) => setHeld(writing ? (held ?? latest) : undefined),
    takeNewest: () => {
      setHeld(held === undefined ? undefined : latest);
      setFirst(latest?.revision);
    },
    after: async (answer) => {
      setOwn(answer.revision);
      setHeld(undefined);
      const fresh = await get<WorkCase>(
        `/api/dossiers/${id}${answer.position === undefined ? '' : `?after=${answer.position}`}`,
      );
      client.setQueryData(['case', id], fresh);
      void client.invalidateQueries({ queryKey: ['queue'] });
    },
  };
}
