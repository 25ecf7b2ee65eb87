import { invalidInput } from '@hoptac/kernel';
import { createHash } from 'node:crypto';
import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import { nameId } from '../ids';
import { currentTraceparent } from '../tracing/tracing';

/** What every writing request carries beside its body. */
export interface WritingRequestInfo {
  /** One id per press: the same key by the same person on the same address is the same command. */
  readonly commandId: string;
  /** Revision the person saw. */
  readonly ifRevision?: number;
  /** W3C trace context of this request, for the event's metadata. */
  readonly traceparent?: string;
  /** Short hash of a JSON body: the same key with another body is another order (ADR 0111). */
  readonly requestHash?: string;
}

/** The little that the decorators need of a request, so that they can be tested without a server. */
export interface RequestParts {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query?: unknown;
  /** Parsed JSON, before it is checked. */
  readonly body?: unknown;
  /** Set by the guard of `@hoptac/identity`. */
  readonly actor?: { readonly personId: string };
}

const KEY_SHAPE = /^[\x21-\x7e]{16,64}$/;
const MATCH_SHAPE = /^(?:W\/)?"(\d{1,15})"$/;

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

/**
 * Reads `Idempotency-Key` and `If-Match`.
 * @throws DomainError `PLATFORM.IDEMPOTENCY_KEY_MISSING`, `PLATFORM.IF_MATCH_INVALID` (400).
 */
export function readWritingRequest(request: RequestParts): WritingRequestInfo {
  const key = one(request.headers['idempotency-key']);
  if (key === undefined || !KEY_SHAPE.test(key))
    throw invalidInput('PLATFORM.IDEMPOTENCY_KEY_MISSING', 'Idempotency-Key missing or malformed');
  const match = one(request.headers['if-match']);
  const revision = match === undefined || match === '*' ? undefined : MATCH_SHAPE.exec(match)?.[1];
  if (match !== undefined && match !== '*' && revision === undefined)
    throw invalidInput('PLATFORM.IF_MATCH_INVALID', 'If-Match malformed');
  const path = request.url.split('?')[0] ?? '';
  const traceparent = currentTraceparent();
  return {
    commandId: nameId(request.actor?.personId ?? 'anonymous', `${request.method} ${path} ${key}`),
    ...(revision === undefined ? {} : { ifRevision: Number(revision) }),
    ...(traceparent === undefined ? {} : { traceparent }),
    ...requestHashOf(request),
  };
}

/** 64 bits: enough to notice another body, too few to prove what somebody wrote. Files are sent in other forms and have hashes of their own. */
function requestHashOf({ body, headers }: RequestParts): Pick<WritingRequestInfo, 'requestHash'> {
  if (body === undefined || !one(headers['content-type'])?.startsWith('application/json')) return {};
  return { requestHash: createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16) };
}

/**
 * Reads `?after=<commit position>`, the place a reader wants to see at least.
 * @throws DomainError `PLATFORM.AFTER_INVALID` (400).
 */
export function readAfterPosition(request: RequestParts): bigint | undefined {
  const after = (request.query as Record<string, unknown> | undefined)?.['after'];
  if (after === undefined || after === '') return undefined;
  if (typeof after !== 'string' || !/^\d{1,20}$/.test(after))
    throw invalidInput('PLATFORM.AFTER_INVALID', 'after is not a position');
  return BigInt(after);
}

const requestOf = (context: ExecutionContext): RequestParts => context.switchToHttp().getRequest<RequestParts>();

/** Parameter decorator: `@WritingRequest() writing: WritingRequestInfo`. */
export const WritingRequest = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  readWritingRequest(requestOf(context)),
);

/** Parameter decorator: `@AfterPosition() after: bigint | undefined`. */
export const AfterPosition = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  readAfterPosition(requestOf(context)),
);
