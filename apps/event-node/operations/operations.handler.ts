/** `Operations`: scavenge. The rest of the service concerns clusters and is UNIMPLEMENTED. */
import { Metadata, status, type handleUnaryCall } from '@grpc/grpc-js';
import operations from '@eventstore/db-client/generated/operations_pb';
import type { NodeContext } from '../context';
import { accessDenied, ProtocolError, toProtocolError } from '../protocol/errors';
import type { Supported } from '../server-features/server-features';
import type { Scavenger } from './scavenge';

const SERVICE = 'event_store.client.operations.operations';
/** What of the service works here. */
export const OPERATION_METHODS: readonly Supported[] = [
  [SERVICE, 'startscavenge'],
  [SERVICE, 'stopscavenge'],
];

export function operationsHandlers(context: NodeContext, scavenger: Scavenger) {
  const check = (metadata: Metadata): void => {
    if (!context.access.operates(context.access.userOf(metadata))) throw accessDenied();
  };
  const respond = (id: string, result: operations.ScavengeResp.ScavengeResult): operations.ScavengeResp => {
    const response = new operations.ScavengeResp();
    response.setScavengeId(id);
    response.setScavengeResult(result);
    return response;
  };
  const startScavenge: handleUnaryCall<operations.StartScavengeReq, operations.ScavengeResp> = (call, callback) => {
    try {
      check(call.metadata);
      const { id, fresh } = scavenger.start();
      callback(
        null,
        respond(
          id,
          fresh ? operations.ScavengeResp.ScavengeResult.STARTED : operations.ScavengeResp.ScavengeResult.INPROGRESS,
        ),
      );
    } catch (error) {
      callback(toProtocolError(error));
    }
  };
  const stopScavenge: handleUnaryCall<operations.StopScavengeReq, operations.ScavengeResp> = (call, callback) => {
    try {
      check(call.metadata);
      const id = call.request.getOptions()?.getScavengeId() ?? '';
      if (scavenger.cancel(id, () => callback(null, respond(id, operations.ScavengeResp.ScavengeResult.STOPPED))))
        return;
      const metadata = new Metadata();
      metadata.set('exception', 'scavenge-not-found');
      metadata.set('scavenge-id', id);
      throw new ProtocolError(status.NOT_FOUND, `There is no scavenge ${id} under way`, metadata);
    } catch (error) {
      callback(toProtocolError(error));
    }
  };
  return { startScavenge, stopScavenge };
}
