import { type CustomDecorator, type ExecutionContext, SetMetadata, createParamDecorator } from '@nestjs/common';
import { OPEN_ROUTE } from '@hoptac/platform';
import type { Action } from '../permissions/permissions';
import type { AuthenticatedActor } from '../permissions/may-act';

/** Metadata key of `@Allows`; the walk over all routes reads it. */
export const ALLOWS = 'hoptac:allows';

export interface AllowsOptions {
  /** Words for the reader: which office or area of the loaded subject the handler checks with `assertMay`, e.g. `decidingOffice`, `own`. */
  readonly area?: string;
}

export interface RoutePermission extends AllowsOptions {
  readonly action: Action;
}

/**
 * Who may call this route: somebody who holds the action in any of today's roles. Where the permission's reach is an office, an area or
 * one's own, the handler checks the loaded subject with `assertMay`.
 */
export const Allows = (action: Action, options: AllowsOptions = {}): CustomDecorator =>
  SetMetadata(ALLOWS, { action, ...options } satisfies RoutePermission);

/** No account needed. Somebody signed in is known there all the same. */
export const Public = (): CustomDecorator => SetMetadata(OPEN_ROUTE, true);

/** What the guard leaves on a request. */
export interface ActingRequest {
  actor?: AuthenticatedActor;
}

/** Parameter decorator: the actor that the guard let in; on public routes somebody anonymous when nobody signed in. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): AuthenticatedActor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor === undefined) throw new Error('The guard of @hoptac/identity did not run on this route');
  return actor;
});
