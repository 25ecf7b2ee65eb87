const OUTAGES = new Set([
  1, // CANCELLED: the connection went away under the call
  4, // DEADLINE_EXCEEDED
  8, // RESOURCE_EXHAUSTED: the engine asks for patience
  14, // UNAVAILABLE
]);

/** True when the engine (or the store that a delivery writes to) could not be reached or had no room, so that the same call may succeed later; false when this one case is the trouble. */
export function isEngineOutage(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'number' && OUTAGES.has(at.code)) return true;
    // The facts' store, where a delivery ends in it: whoever waits for the engine waits for it too.
    if (at.name === 'StoreUnavailable') return true;
    if (/ECONNREFUSED|ECONNRESET|Failed to connect|Channel has been shut down|TransportError/i.test(at.message))
      return true;
  }
  return false;
}

/** gRPC's word for a workflow that never was or came to its end. */
const NOT_FOUND = 5;

/** True when the engine knows no such (open) workflow. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === NOT_FOUND;
}
