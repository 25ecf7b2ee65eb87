/** `Projections`: the calls that make sense for the fixed system projections. User projections are UNIMPLEMENTED. */
import { status, type handleServerStreamingCall, type handleUnaryCall, type Metadata } from '@grpc/grpc-js';
import projections from '@eventstore/db-client/generated/projections_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import type { NodeContext } from '../context';
import { accessDenied, ProtocolError, toProtocolError } from '../protocol/errors';
import type { Supported } from '../server-features/server-features';
import type { ProjectionState, SystemProjections } from './system-projections';

const SERVICE = 'event_store.client.projections.projections';
/** What of the service works here. */
export const PROJECTION_METHODS: readonly Supported[] = [
  [SERVICE, 'enable'],
  [SERVICE, 'disable'],
  [SERVICE, 'statistics'],
  [SERVICE, 'restartsubsystem'],
];

export function projectionsHandlers(context: NodeContext, system: SystemProjections) {
  const find = (metadata: Metadata, name: string): ProjectionState => {
    if (!context.access.operates(context.access.userOf(metadata))) throw accessDenied();
    const state = system.get(name);
    if (!state)
      throw new ProtocolError(
        status.NOT_FOUND,
        `There is no projection '${name}'; this node has the system projections only`,
      );
    return state;
  };
  const enable: handleUnaryCall<projections.EnableReq, projections.EnableResp> = (call, callback) => {
    try {
      system.enable(find(call.metadata, call.request.getOptions()?.getName() ?? '').name, () =>
        callback(null, new projections.EnableResp()),
      );
    } catch (error) {
      callback(toProtocolError(error));
    }
  };
  const disable: handleUnaryCall<projections.DisableReq, projections.DisableResp> = (call, callback) => {
    try {
      system.disable(find(call.metadata, call.request.getOptions()?.getName() ?? '').name, () =>
        callback(null, new projections.DisableResp()),
      );
    } catch (error) {
      callback(toProtocolError(error));
    }
  };
  const statistics: handleServerStreamingCall<projections.StatisticsReq, projections.StatisticsResp> = (call) => {
    try {
      const options = call.request.getOptions();
      const name = options?.hasName() ? options.getName() : null;
      const continuous = options?.hasAll() || options?.hasContinuous();
      const states = name !== null ? [find(call.metadata, name)] : continuous ? system.list() : [];
      for (const state of states) call.write(details(state, context.store.head));
      call.end();
    } catch (error) {
      call.emit('error', toProtocolError(error));
    }
  };
  const restartSubsystem: handleUnaryCall<shared.Empty, shared.Empty> = (call, callback) => {
    if (context.access.operates(context.access.userOf(call.metadata))) callback(null, new shared.Empty());
    else callback(accessDenied());
  };
  return { enable, disable, statistics, restartSubsystem };
}

function details(state: ProjectionState, head: number): projections.StatisticsResp {
  const position = state.live ? head : state.position;
  const one = new projections.StatisticsResp.Details();
  one.setName(state.name);
  one.setEffectivename(state.name);
  one.setStatus(state.enabled ? 'Running' : 'Stopped');
  one.setMode('Continuous');
  one.setVersion('0');
  one.setEpoch('0');
  one.setCoreprocessingtime('0');
  one.setPosition(`C:${position}/P:${position}`);
  one.setLastcheckpoint(`C:${position}/P:${position}`);
  one.setProgress(head === 0 ? 100 : Math.round((position / head) * 10_000) / 100);
  one.setEventsprocessedafterrestart(String(state.processed));
  one.setBufferedevents('0');
  const response = new projections.StatisticsResp();
  response.setDetails(one);
  return response;
}
