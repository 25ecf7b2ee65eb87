import type { AuthenticatedActor } from '@hoptac/identity';
import type { WritingRequestInfo } from '@hoptac/platform';
import type { Press } from '../application/step';

/** The press behind a writing request. */
export const pressOf = (
  actor: AuthenticatedActor,
  { commandId, ifRevision, traceparent }: WritingRequestInfo,
): Press => ({
  actor,
  commandId,
  ...(ifRevision === undefined ? {} : { ifRevision }),
  ...(traceparent === undefined ? {} : { traceparent }),
});
