/** `PersistentSubscriptions`: everything but Read. */
import type { handleUnaryCall, Metadata, sendUnaryData } from '@grpc/grpc-js';
import persistent from '@eventstore/db-client/generated/persistent_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import type { NodeContext } from '../context';
import { accessDenied, invalidArgument, persistentSubscriptionError, toProtocolError } from '../protocol/errors';
import type { Supported } from '../server-features/server-features';
import { clamp, streamName, type From } from '../streams/read-request';
import { infoOf } from './info';
import type { GroupManager } from './manager';
import { parseSettings, parseTarget } from './settings';

const SERVICE = 'event_store.client.persistent_subscriptions.persistentsubscriptions';
/** What of the service works here: all of it, for streams and for $all. */
export const PERSISTENT_METHODS: readonly Supported[] = [
  'create',
  'update',
  'delete',
  'read',
  'getinfo',
  'replayparked',
  'list',
  'restartsubsystem',
].map((method) => [SERVICE, method, ['stream', 'all']] as const);

interface TargetMessage {
  hasAll(): boolean;
  getStreamIdentifier(): { getStreamName_asU8(): Uint8Array } | undefined;
}

const target = (options: TargetMessage): string =>
  options.hasAll() ? '$all' : streamName(options.getStreamIdentifier());

export function persistentHandlers(context: NodeContext, manager: GroupManager) {
  /** Name of the caller, who must be allowed to manage groups. */
  const operator = (metadata: Metadata): string => {
    const user = context.access.userOf(metadata);
    if (!context.access.operates(user)) throw accessDenied();
    return user.name;
  };
  const guarded = <R>(callback: sendUnaryData<R>, run: () => void): void => {
    try {
      run();
    } catch (error) {
      callback(toProtocolError(error));
    }
  };
  /** Last revision or position that is not for a group which begins at `from`. */
  const after = (stream: string, from: From): number => {
    if (from === 'start') return stream === '$all' ? 0 : -1;
    if (from === 'end')
      return stream === '$all' ? context.store.head : context.store.catalog.stream(stream).durable.lastRevision;
    return from - 1;
  };

  const create: handleUnaryCall<persistent.CreateReq, persistent.CreateResp> = (call, callback) =>
    guarded(callback, () => {
      const user = operator(call.metadata);
      const options = required(call.request.getOptions());
      const { stream, startFrom, filter, checkpointEvery } = parseTarget(options);
      const group = named(options.getGroupName());
      const settings = parseSettings(options.getSettings(), startFrom);
      manager.create({ stream, group, settings, filter, checkpointEvery, after: after(stream, startFrom) }, user, () =>
        callback(null, new persistent.CreateResp()),
      );
    });
  const update: handleUnaryCall<persistent.UpdateReq, persistent.UpdateResp> = (call, callback) =>
    guarded(callback, () => {
      const user = operator(call.metadata);
      const options = required(call.request.getOptions());
      const { stream, startFrom } = parseTarget(options);
      const settings = parseSettings(options.getSettings(), startFrom);
      const begin = after(stream, startFrom);
      // A start that did not change keeps its meaning of when the group was made: "the end" is not moved.
      const change = (old: Parameters<typeof manager.create>[0]) => ({
        ...old,
        settings,
        after: old.settings.startFrom === startFrom ? old.after : begin,
      });
      manager.update(stream, options.getGroupName(), change, user, () => callback(null, new persistent.UpdateResp()));
    });
  const remove: handleUnaryCall<persistent.DeleteReq, persistent.DeleteResp> = (call, callback) =>
    guarded(callback, () => {
      const user = operator(call.metadata);
      const options = required(call.request.getOptions());
      manager.delete(target(options), options.getGroupName(), user, () => callback(null, new persistent.DeleteResp()));
    });
  const getInfo: handleUnaryCall<persistent.GetInfoReq, persistent.GetInfoResp> = (call, callback) =>
    guarded(callback, () => {
      operator(call.metadata);
      const options = required(call.request.getOptions());
      const response = new persistent.GetInfoResp();
      response.setSubscriptionInfo(infoOf(manager.get(target(options), options.getGroupName())));
      callback(null, response);
    });
  const replayParked: handleUnaryCall<persistent.ReplayParkedReq, persistent.ReplayParkedResp> = (call, callback) =>
    guarded(callback, () => {
      operator(call.metadata);
      const options = required(call.request.getOptions());
      manager
        .get(target(options), options.getGroupName())
        .replayParked(options.hasStopAt() ? clamp(options.getStopAt()) : null);
      callback(null, new persistent.ReplayParkedResp());
    });
  const list: handleUnaryCall<persistent.ListReq, persistent.ListResp> = (call, callback) =>
    guarded(callback, () => {
      operator(call.metadata);
      const options = required(call.request.getOptions());
      const one = options.getListForStream();
      const stream =
        options.hasListAllSubscriptions() || !one ? null : one.hasAll() ? '$all' : streamName(one.getStream());
      const groups = manager.list(stream);
      if (stream !== null && groups.length === 0) throw persistentSubscriptionError('does-not-exist', stream, '');
      const response = new persistent.ListResp();
      response.setSubscriptionsList(groups.map(infoOf));
      callback(null, response);
    });
  const restartSubsystem: handleUnaryCall<shared.Empty, shared.Empty> = (call, callback) =>
    guarded(callback, () => {
      operator(call.metadata);
      manager.restart(() => callback(null, new shared.Empty()));
    });
  return { create, update, delete: remove, getInfo, replayParked, list, restartSubsystem };
}

function required<T>(options: T | undefined): T {
  if (!options) throw invalidArgument('options are required');
  return options;
}

function named(group: string): string {
  if (group === '') throw invalidArgument('a group name is required');
  return group;
}
