import { type ActivityInterfaceFor, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CaseReading } from '../case-workflow.types';

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
      // About six seconds, then the step shows as stuck and the workflow itself tries again: an outage neither hides nor holds a worker's slot.
      retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumAttempts: 6 },
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

/** Reading a case's own stream: tried until it succeeds, for there is nothing else to do meanwhile. */
export function caseReading(): ActivityInterfaceFor<CaseReading> {
  return proxyLocalActivities<CaseReading>({
    startToCloseTimeout: '15 s',
    // Longer pauses are timers of the engine, so that an outage does not hold a worker's slot.
    localRetryThreshold: '5 s',
    retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '1 min' },
  });
}
