import { convertToCommandError, ErrorType, isCommandError, type CommandError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { StoreUnavailable } from './event-store.port';

/** Answers of the server that no waiting mends. */
const FINAL: ReadonlySet<string> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.INVALID_TRANSACTION,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
  ErrorType.STREAM_DELETED,
  ErrorType.UNSUPPORTED,
]);

/** Codes of sockets and streams that broke under a call. */
const BROKEN = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND|ERR_STREAM_|ERR_HTTP2_|ABORT_ERR)/;

/** gRPC statuses of the same kind. */
const FINAL_STATUS: ReadonlySet<number> = new Set([
  status.INVALID_ARGUMENT,
  status.PERMISSION_DENIED,
  status.UNIMPLEMENTED,
  status.UNAUTHENTICATED,
]);

/** The client's own class of error; a bare gRPC status (of our own subscriptions) is turned into it; undefined for anything else. */
export function commandError(error: unknown): CommandError | undefined {
  if (!(error instanceof Error)) return undefined;
  // The client's conversion stumbles over errors of sockets, which carry a code and no details.
  const known = 'details' in error && typeof error.details === 'string' ? convertToCommandError(error) : error;
  return isCommandError(known) ? known : undefined;
}

/** The client speaks of lost connections in many words (its own classes, gRPC's, a socket's); only what the server said and meant stays as it is. */
export function asStoreFailure(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const known = commandError(error);
  if (known !== undefined) {
    const final = FINAL.has(known.type) || (known.code !== undefined && FINAL_STATUS.has(known.code));
    return final ? known : new StoreUnavailable(known.message, { cause: error });
  }
  // By shape, not class: an error of Node's own modules is not always an `Error` of this realm.
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as { code?: unknown; message?: unknown }) : {};
  const broken = typeof code === 'number' || (typeof code === 'string' && BROKEN.test(code));
  return broken ? new StoreUnavailable(String(message), { cause: error }) : error;
}
