import { ErrorType, isCommandError, type CommandError } from '@eventstore/db-client';
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

/** The client's own class of error, undefined when it is another's. */
export function commandError(error: unknown): CommandError | undefined {
  return error instanceof Error && isCommandError(error) ? error : undefined;
}

/** The client speaks of lost connections in many words (its own classes, gRPC's, a socket's); only what the server said and meant stays as it is. */
export function asStoreFailure(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const known = commandError(error);
  if (known !== undefined) return FINAL.has(known.type) ? error : new StoreUnavailable(known.message, { cause: error });
  // By shape, not class: an error of Node's own modules is not always an `Error` of this realm.
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as { code?: unknown; message?: unknown }) : {};
  // A number is a gRPC status that the client did not wrap.
  const broken = typeof code === 'number' || (typeof code === 'string' && BROKEN.test(code));
  return broken ? new StoreUnavailable(String(message), { cause: error }) : error;
}
