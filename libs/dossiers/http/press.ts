import type { AuthenticatedActor } from '@hoptac/identity';
import type { WritingRequestInfo } from '@hoptac/platform';
import type { Press } from '../application/step';

/** The press behind a writing request. */
export const pressOf = (actor: AuthenticatedActor, writing: WritingRequestInfo): Press => ({ actor, ...writing });
