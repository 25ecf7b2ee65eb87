/** Also an error of another realm, such as a socket's in a sandboxed test runner, which `instanceof` does not know. */
const isError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';

/** Connection-level failures of Node's sockets and of `pg`. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * SQLSTATEs that say "not now" rather than "wrong": 08 connection, 53 resources (full disk, too many connections), 57P0x shutting down or starting,
 * 57014 cancelled by the time limit, 55P03 lock not had in time, 25P03 idle in transaction too long, 58 system error.
 */
const SQLSTATE = /^(08...|53...|57P0[1-5]|57014|55P03|25P03|58...)$/;

/** Tables or a schema that are not there: lost, and about to be built again from the facts. */
const MISSING = new Set(['42P01', '3F000']);

/** `pg` throws some outages as plain errors without a code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/;

/**
 * True when PostgreSQL could not be reached, is going down or coming up, or did not answer in time; also for a read model that is not built yet
 * or whose tables were lost (a processor must tell these apart first, by `isMissingTable`).
 * The edge answers 503 with Retry-After; a processor waits and goes on from its checkpoint. Looks into causes and aggregates.
 */
export function isDatabaseOutage(error: unknown): boolean {
  if (!isError(error)) return false;
  if (error.name === 'ReadModelNotReady') return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SOCKET_CODES.has(code) || MISSING.has(code) || SQLSTATE.test(code) || MESSAGES.test(error.message)) return true;
  if ('errors' in error && Array.isArray(error.errors) && error.errors.some(isDatabaseOutage)) return true;
  return error.cause !== undefined && error.cause !== error && isDatabaseOutage(error.cause);
}

/** True for a lost race between transactions (serialisation failure, deadlock): the same transaction may simply be tried again. */
export function isLostRace(error: unknown): boolean {
  return isError(error) && 'code' in error && (error.code === '40001' || error.code === '40P01');
}

/** True when a table or schema of the statement does not exist. */
export function isMissingTable(error: unknown): boolean {
  return isError(error) && 'code' in error && typeof error.code === 'string' && MISSING.has(error.code);
}
