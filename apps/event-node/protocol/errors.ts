/** The errors of the protocol: gRPC status plus the trailers from which clients build their error classes. */
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import statusPb from '@eventstore/db-client/generated/status_pb';
import type { Expected } from './batch-append.codec';
import { MAX_REVISION } from './wire';

/** An error that ends a call: `code` and `metadata` go to the client as they are. */
export class ProtocolError extends Error implements Partial<ServiceError> {
  constructor(
    readonly code: status,
    readonly details: string,
    readonly metadata: Metadata = new Metadata(),
  ) {
    super(details);
  }
}

function withTrailers(
  code: status,
  exception: string,
  details: string,
  trailers: Record<string, string> = {},
): ProtocolError {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  // Trailers are ASCII; names of streams may be anything, so what does not fit goes percent-encoded.
  for (const [key, value] of Object.entries(trailers))
    metadata.set(key, /^[\x20-\x7e]*$/.test(value) ? value : encodeURIComponent(value));
  return new ProtocolError(code, details, metadata);
}

/** Numbers that stand for the named expectations in trailers. */
function expectedNumber(expected: Expected): string {
  if (typeof expected === 'number') return String(expected);
  return expected === 'no_stream' ? '-1' : expected === 'any' ? '-2' : '-4';
}

/** @param current revision of the stream, −1 when it has none */
export function wrongExpectedVersion(stream: string, expected: Expected, current: number): ProtocolError {
  const trailers: Record<string, string> = { 'stream-name': stream, 'expected-version': expectedNumber(expected) };
  if (current >= 0) trailers['actual-version'] = String(current);
  const details = `Append failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expectedNumber(expected)}, Actual version: ${current}`;
  return withTrailers(status.FAILED_PRECONDITION, 'wrong-expected-version', details, trailers);
}

export function streamDeleted(stream: string): ProtocolError {
  return withTrailers(status.FAILED_PRECONDITION, 'stream-deleted', `Event stream '${stream}' is deleted.`, {
    'stream-name': stream,
  });
}

export function accessDenied(): ProtocolError {
  return withTrailers(status.PERMISSION_DENIED, 'access-denied', 'Access Denied');
}

/** @param limit bytes */
export function maximumAppendSizeExceeded(limit: number): ProtocolError {
  return withTrailers(
    status.INVALID_ARGUMENT,
    'maximum-append-size-exceeded',
    `Maximum Append Size of ${limit} Exceeded.`,
    { 'maximum-append-size': String(limit) },
  );
}

export function missingMetadataProperty(property: string): ProtocolError {
  return withTrailers(
    status.INVALID_ARGUMENT,
    'missing-required-metadata-property',
    `Required Metadata Property '${property}' is missing`,
    {
      'required-metadata-properties': 'type,content-type',
    },
  );
}

export function invalidArgument(details: string): ProtocolError {
  return new ProtocolError(status.INVALID_ARGUMENT, details);
}

export function unauthenticated(): ProtocolError {
  return new ProtocolError(status.UNAUTHENTICATED, 'Bad or missing credentials');
}

/** What running calls get when the node stops. */
export function shuttingDown(code: status.CANCELLED | status.UNAVAILABLE): ProtocolError {
  return new ProtocolError(code, 'Server is shutting down');
}

/** @param kind e.g. `exists`, `does-not-exist` */
export function persistentSubscriptionError(
  kind: 'exists' | 'does-not-exist' | 'dropped' | 'failed',
  stream: string,
  group: string,
  reason = '',
): ProtocolError {
  const code = {
    exists: status.ALREADY_EXISTS,
    'does-not-exist': status.NOT_FOUND,
    dropped: status.CANCELLED,
    failed: status.INTERNAL,
  }[kind];
  const text = {
    exists: 'already exists',
    'does-not-exist': 'does not exist',
    dropped: 'was dropped',
    failed: `failed: ${reason}`,
  }[kind];
  return withTrailers(
    code,
    `persistent-subscription-${kind}`,
    `Subscription group ${group} on stream ${stream} ${text}.`,
    {
      'stream-name': stream,
      'group-name': group,
      reason,
    },
  );
}

export function maximumSubscribersReached(stream: string, group: string): ProtocolError {
  return withTrailers(
    status.FAILED_PRECONDITION,
    'maximum-subscribers-reached',
    `Maximum subscriptions reached for subscription group '${group}' on stream '${stream}'.`,
    {
      'stream-name': stream,
      'group-name': group,
    },
  );
}

/** Anything thrown by a handler, as an error of the protocol. */
export function toProtocolError(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  if (error instanceof RangeError) return invalidArgument(error.message);
  return new ProtocolError(status.UNKNOWN, error instanceof Error ? error.message : 'unknown error');
}

/** How a refused batch append is told apart in its reply. */
export type BatchRefusal =
  | { kind: 'wrong-version'; current: number }
  | { kind: 'deleted' }
  | { kind: 'access-denied' }
  | { kind: 'timeout' }
  | { kind: 'too-large'; limit: number }
  | { kind: 'bad-request'; message: string };

/** A serialised `google.rpc.Status` whose details are what clients recognise. */
export function batchStatus(refusal: BatchRefusal, stream: string, expected: Expected): Uint8Array {
  const [code, message, name, body] = describe(refusal, stream, expected);
  const any = new Any();
  any.pack(body, `event_store.client.${name}`);
  const result = new statusPb.Status();
  result.setCode(code as unknown as ReturnType<typeof result.getCode>);
  result.setMessage(message);
  result.setDetails(any);
  return result.serializeBinary();
}

function describe(refusal: BatchRefusal, stream: string, expected: Expected): [status, string, string, Uint8Array] {
  switch (refusal.kind) {
    case 'wrong-version':
      return [
        status.FAILED_PRECONDITION,
        'WrongExpectedVersion',
        'WrongExpectedVersion',
        wrongVersionBody(expected, refusal.current),
      ];
    case 'deleted': {
      const body = new shared.StreamDeleted();
      const identifier = new shared.StreamIdentifier();
      identifier.setStreamName(Buffer.from(stream).toString('base64'));
      body.setStreamIdentifier(identifier);
      return [status.FAILED_PRECONDITION, 'StreamDeleted', 'StreamDeleted', body.serializeBinary()];
    }
    case 'access-denied':
      return [status.PERMISSION_DENIED, 'AccessDenied', 'AccessDenied', new shared.AccessDenied().serializeBinary()];
    case 'timeout':
      return [status.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', new shared.Timeout().serializeBinary()];
    case 'too-large': {
      const body = new shared.MaximumAppendSizeExceeded();
      body.setMaxappendsize(refusal.limit);
      return [
        status.INVALID_ARGUMENT,
        'MaximumAppendSizeExceeded',
        'MaximumAppendSizeExceeded',
        body.serializeBinary(),
      ];
    }
    case 'bad-request': {
      const body = new shared.BadRequest();
      body.setMessage(refusal.message);
      return [status.INVALID_ARGUMENT, refusal.message, 'BadRequest', body.serializeBinary()];
    }
  }
}

function wrongVersionBody(expected: Expected, current: number): Uint8Array {
  const body = new shared.WrongExpectedVersion();
  if (current >= 0) body.setCurrentStreamRevision(String(current));
  else body.setCurrentNoStream(new Empty());
  if (expected === 'any') body.setExpectedAny(new Empty());
  else if (expected === 'no_stream') body.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') body.setExpectedStreamExists(new Empty());
  else body.setExpectedStreamPosition(expected === MAX_REVISION ? '18446744073709551615' : String(expected));
  return body.serializeBinary();
}
