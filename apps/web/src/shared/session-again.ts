import { useEffect } from 'react';

/** Where a tab lands in which somebody signed in again for another one. */
const AGAIN = '/da-dang-nhap';
/** Tabs of one browser tell each other that there is a new session. */
export const CHANNEL = 'hoptac-session';

/** Signs in again in a tab of its own, so that what is typed in this one stays. */
export const SIGN_IN_AGAIN = `/api/session/login?returnTo=${AGAIN}`;

/** Tells the other tabs that there is a new session. */
export function useTellOthers(): void {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('again');
    return () => channel.close();
  }, []);
}
