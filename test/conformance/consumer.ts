/** A consumer of a persistent subscription, for the specs of both sides of it. */
import type { PersistentSubscriptionToAll, PersistentSubscriptionToStream } from '@eventstore/db-client';

export type Consumer = PersistentSubscriptionToStream | PersistentSubscriptionToAll;
export type Got = {
  event?: { id: string; revision: bigint; streamId: string };
  link?: { revision: bigint };
  retryCount: number;
};

const open: Consumer[] = [];

/** Ends every consumer of the last test. */
export async function leave(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.unsubscribe()));
}

/** A consumer that answers each message with `answer` (ack by default). */
export function consume(
  subscription: Consumer,
  answer: (got: Got) => 'ack' | 'park' | 'retry' | 'skip' | 'stop' | null = () => 'ack',
) {
  open.push(subscription);
  const seen = {
    got: [] as Got[],
    revisions: () => seen.got.map((one) => Number(one.event?.revision)),
    error: null as (Error & Record<string, unknown>) | null,
    confirmed: false,
  };
  subscription.on('confirmation', () => (seen.confirmed = true));
  subscription.on('error', (error) => (seen.error = error as never));
  (subscription as NodeJS.ReadableStream).on('data', (one: unknown) => {
    const got = one as Got;
    seen.got.push(got);
    const action = answer(got);
    // An answer on a connection that just ended has nowhere to go.
    if (action === 'ack') void subscription.ack(one as never).catch(() => undefined);
    else if (action) void subscription.nack(action, 'because', one as never).catch(() => undefined);
  });
  return seen;
}
