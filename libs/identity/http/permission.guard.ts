import { type Clock, CLOCK, localDateOf } from '@hoptac/kernel';
import { OPEN_ROUTE, StatusRefusal } from '@hoptac/platform';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AreaTree } from '../areas/area-tree';
import { actingAs, assignmentFor } from '../permissions/may-act';
import { type AskingRequest, Authenticator, anonymous } from './authenticator';
import { ALLOWS, type ActingRequest, type RoutePermission } from './decorators';

/** Guards every route: first who asks, then whether one of today's roles may do the route's action at all. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<AskingRequest & ActingRequest>();
    const permission = this.reflector.getAllAndOverride<RoutePermission | undefined>(ALLOWS, targets);
    if (permission === undefined) {
      // A route that says nothing is closed, whoever asks.
      if (this.reflector.getAllAndOverride<boolean | undefined>(OPEN_ROUTE, targets) !== true)
        throw new StatusRefusal(403, 'IDENTITY.NOT_PERMITTED', 'The route names no permission');
      request.actor = await this.whoeverAsks(request);
      return true;
    }
    const actor = await this.authenticator.actorOf(request);
    if (actor === undefined) throw new StatusRefusal(401, 'IDENTITY.SIGN_IN_NEEDED', 'Sign in first');
    const assignment = assignmentFor(actor, permission.action, undefined, localDateOf(this.clock.now()), this.areas);
    if (assignment === undefined)
      throw new StatusRefusal(403, 'IDENTITY.NOT_PERMITTED', `No role may ${permission.action}`);
    request.actor = actingAs(actor, assignment);
    return true;
  }

  /** On a public route a wrong or ended sign-in is the same as none. */
  private async whoeverAsks(request: AskingRequest): Promise<NonNullable<ActingRequest['actor']>> {
    try {
      return (await this.authenticator.actorOf(request)) ?? anonymous;
    } catch (error) {
      if (error instanceof StatusRefusal) return anonymous;
      throw error;
    }
  }
}
