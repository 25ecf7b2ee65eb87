import { type DomainErrorKind, isDomainError } from '@hoptac/kernel';
import { HttpException } from '@nestjs/common';
import { StatusRefusal } from './status-refusal';
import { InputInvalid } from './validation';
import type { Classified } from './problem';

const STATUS_OF: Readonly<Record<DomainErrorKind, number>> = {
  invalid: 400,
  rule: 422,
  'not-allowed-now': 409,
  'not-found': 404,
  forbidden: 403,
  stale: 412,
};

const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'PLATFORM.INPUT_INVALID',
  401: 'PLATFORM.UNAUTHENTICATED',
  403: 'PLATFORM.FORBIDDEN',
  404: 'PLATFORM.NOT_FOUND',
  405: 'PLATFORM.METHOD_NOT_ALLOWED',
  412: 'PLATFORM.STALE',
  413: 'PLATFORM.BODY_TOO_LARGE',
  415: 'PLATFORM.MEDIA_TYPE_UNSUPPORTED',
  429: 'PLATFORM.TOO_MANY_REQUESTS',
  503: 'PLATFORM.UNAVAILABLE',
};

/**
 * Not now rather than wrong: the socket's own codes and PostgreSQL's classes 08 connection, 53 resources, 57P0x starting or stopping, 57014 time limit,
 * 55P03 lock not had in time, 25P03 idle too long, 58 system.
 */
const OUTAGE =
  /^(08\w{3}|53\w{3}|57P0[1-5]|57014|55P03|25P03|42P01|3F000|58\w{3}|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/** `pg` says these without a code. */
const OUTAGE_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end|Client was closed)/;
/** gRPC DEADLINE_EXCEEDED and UNAVAILABLE (Temporal). */
const GRPC_OUTAGE = new Set([4, 14]);

interface Coded {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly cause?: unknown;
}

const unexpected: Classified = { status: 500, code: 'PLATFORM.UNEXPECTED', unexpected: true };

/** A part that our work rests on is away; a later try may succeed. */
function isOutage(error: Error): boolean {
  const { code, cause } = error as Coded;
  if (typeof code === 'string' && OUTAGE.test(code)) return true;
  if (typeof code === 'number' && GRPC_OUTAGE.has(code)) return true;
  if (OUTAGE_MESSAGE.test(error.message) || error.name === 'ReadModelNotReady') return true;
  if (error instanceof AggregateError && error.errors.some((one) => one instanceof Error && isOutage(one))) return true;
  return cause instanceof Error && isOutage(cause);
}

function ofHttpException(error: HttpException): Classified {
  const status = error.getStatus();
  if (error instanceof StatusRefusal) {
    const { code, retryAfter, message } = error;
    return { status, code, fallback: message, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  if (error instanceof InputInvalid) return { status, code: 'PLATFORM.INPUT_INVALID', errors: error.fields };
  if (status === 404 && /^Cannot [A-Z]+ /.test(error.message)) return { status, code: 'PLATFORM.ROUTE_UNKNOWN' };
  const code = CODE_OF_STATUS[status];
  if (code === undefined || status >= 500) return { ...unexpected, status: status >= 500 ? status : 500 };
  return { status, code, fallback: error.message };
}

/** Fastify's own refusals carry `statusCode` and a `FST_ERR_…` code; its JSON parser throws a SyntaxError with 400. */
function ofFastify(error: Error, status: number): Classified {
  const { code } = error as Coded;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return { status: 413, code: 'PLATFORM.BODY_TOO_LARGE' };
  if (status === 400 && (error instanceof SyntaxError || String(code).startsWith('FST_ERR_CTP')))
    return { status, code: 'PLATFORM.JSON_MALFORMED' };
  const known = CODE_OF_STATUS[status];
  return known === undefined
    ? unexpected
    : { status, code: known, fallback: error.message, ...(status === 429 ? { retryAfter: 60 } : {}) };
}

/** Sorts anything thrown. By name where classes do not survive borders between libraries. */
export function classify(error: unknown): Classified {
  if (isDomainError(error)) {
    return {
      status: STATUS_OF[error.kind],
      code: error.code,
      details: error.details,
      legalBasis: error.legalBasis,
      fallback: error.message,
    };
  }
  if (error instanceof HttpException) return ofHttpException(error);
  if (!(error instanceof Error)) return unexpected;
  if (error.name === 'RevisionConflict') return { status: 503, code: 'PLATFORM.BUSY', retryAfter: 1 };
  if (error.name === 'StoreUnavailable') return { status: 503, code: 'PLATFORM.STORE_UNAVAILABLE', retryAfter: 5 };
  if (isOutage(error)) return { status: 503, code: 'PLATFORM.UNAVAILABLE', retryAfter: 5 };
  const { statusCode } = error as Coded;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) return ofFastify(error, statusCode);
  return unexpected;
}
