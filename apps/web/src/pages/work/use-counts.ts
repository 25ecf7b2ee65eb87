import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { useLive } from '../../shared/live';
import { useMay } from '../../shared/session';
import type { Counts } from './types';

/** Open work of the reader's offices, as it changes. */
export function useCounts(): Counts | undefined {
  const may = useMay()('dossiers.list');
  useLive(may ? { 'dossiers.queue': ['queue'] } : {});
  return useQuery({
    queryKey: ['queue', 'counts'],
    queryFn: () => get<Counts>('/api/workload/counts'),
    enabled: may,
  }).data;
}
