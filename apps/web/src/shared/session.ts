import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Session } from '../api/types';

export const useSession = () =>
  useQuery({ queryKey: ['session'], queryFn: () => get<Session>('/api/session'), staleTime: 60_000 });

/** What the person may do somewhere; for menus and parts of pages, never a rule. */
export function useMay(): (action: string) => boolean {
  const session = useSession();
  return (action) => session.data?.actions.includes(action) ?? false;
}

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Today by the stack's clock, which a rehearsal may have moved; `YYYY-MM-DD`. */
export function useToday(): string {
  const session = useSession();
  return dayFormat.format(session.data ? new Date(session.data.now) : new Date());
}
