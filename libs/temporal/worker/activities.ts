import { isDomainError } from '@hoptac/kernel';
import { ApplicationFailure } from '@temporalio/common';

type Activity = (...args: never[]) => Promise<unknown>;

/**
 * Methods of an activities class as the worker registers them, with refusals of the domain made final: `ApplicationFailure` with the refusal's code as type.
 * Conflicts and outages stay as they are, so that the engine tries again.
 * @throws Error naming the method that the implementation lacks.
 */
export function activitiesOf<T extends object>(
  implementation: T,
  methods: readonly (keyof T & string)[],
): Record<string, Activity> {
  return Object.fromEntries(methods.map((name) => [name, guarded(implementation, name)]));
}

function guarded<T extends object>(implementation: T, name: keyof T & string): Activity {
  const method: unknown = implementation[name];
  if (typeof method !== 'function') throw new Error(`${implementation.constructor.name} has no activity ${name}`);
  return async (...args) => {
    try {
      return (await method.apply(implementation, args)) as unknown;
    } catch (error) {
      throw isDomainError(error) ? ApplicationFailure.nonRetryable(error.message, error.code, error.details) : error;
    }
  };
}
