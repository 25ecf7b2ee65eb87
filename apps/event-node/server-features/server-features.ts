/** `ServerFeatures/GetSupportedMethods`: what works here, and nothing else. Names are lower-case, as real nodes send them. */
import type { handleUnaryCall } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_pb';
import type shared from '@eventstore/db-client/generated/shared_pb';

/** The version whose behaviour this node copies; clients decide by it what they may ask for. */
const SERVER_VERSION = '24.10.0';

/** One listed RPC: service, method, features. */
export type Supported = readonly [service: string, method: string, features?: readonly string[]];

/** Methods of the streams service and of the small services around it. */
export const STREAM_METHODS: readonly Supported[] = [
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'batchappend', ['deadline_duration']],
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

export function supportedMethodsHandler(
  methods: readonly Supported[],
): handleUnaryCall<shared.Empty, features.SupportedMethods> {
  const response = new features.SupportedMethods();
  response.setEventStoreServerVersion(SERVER_VERSION);
  response.setMethodsList(
    methods.map(([service, method, list]) => {
      const supported = new features.SupportedMethod();
      supported.setServiceName(service);
      supported.setMethodName(method);
      supported.setFeaturesList([...(list ?? [])]);
      return supported;
    }),
  );
  return (_call, callback) => callback(null, response);
}
