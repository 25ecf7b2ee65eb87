import { type ActivityInterfaceFor, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';

const slow = new WeakSet<object>();

/**
 * The activities of a context by how they are tried again. Refusals of the domain are never tried again by either; outages always are.
 * - `commands`: local activities, one command each; safe to repeat because every append is idempotent by its command id.
 * - `exchanges`: ordinary activities that speak to another authority, which may be slow or down for days.
 */
export function activitiesByRetry<Commands extends object, Exchanges extends object>(): {
  readonly commands: ActivityInterfaceFor<Commands>;
  readonly exchanges: ActivityInterfaceFor<Exchanges>;
} {
  const exchanges = proxyActivities<Exchanges>({
    startToCloseTimeout: '30 s',
    retry: { initialInterval: '2 s', backoffCoefficient: 2, maximumInterval: '2 h' },
  });
  return {
    commands: proxyLocalActivities<Commands>({
      startToCloseTimeout: '15 s',
      // Longer pauses are timers of the engine, so that an outage neither holds a worker's slot nor fills the history.
      localRetryThreshold: '5 s',
      retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 min' },
    }),
    exchanges: new Proxy(exchanges, {
      get(target, name, receiver): unknown {
        const step: unknown = Reflect.get(target, name, receiver);
        if (typeof step === 'function') slow.add(step);
        return step;
      },
    }),
  };
}

/** True for an exchange: it may take days, so other things may have to happen meanwhile. */
export function mayTakeLong(step: object): boolean {
  return slow.has(step);
}
