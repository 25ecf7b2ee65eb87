/** The node put together: store, gRPC services, HTTP, one port. */
import { Server, ServerCredentials, type ServiceDefinition } from '@grpc/grpc-js';
import { OperationsService } from '@eventstore/db-client/generated/operations_grpc_pb';
import { PersistentSubscriptionsService } from '@eventstore/db-client/generated/persistent_grpc_pb';
import { ProjectionsService } from '@eventstore/db-client/generated/projections_grpc_pb';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { Logger } from 'pino';
import { accessFor } from './access/users';
import type { NodeConfig } from './config';
import type { NodeContext } from './context';
import { gossipHandler } from './gossip/gossip';
import { Front } from './http/front';
import { healthRoute } from './http/health';
import { metricsRoute } from './http/metrics';
import { Page } from './http/page';
import { router, sendJson, type Route } from './http/routes';
import { OPERATION_METHODS, operationsHandlers } from './operations/operations.handler';
import { Scavenger } from './operations/scavenge';
import { GroupManager } from './persistent/manager';
import { PERSISTENT_METHODS, persistentHandlers } from './persistent/persistent.handler';
import { persistentReadHandler } from './persistent/read.handler';
import { PROJECTION_METHODS, projectionsHandlers } from './projections/projections.handler';
import { SystemProjections } from './projections/system-projections';
import { STREAM_METHODS, supportedMethodsHandler } from './server-features/server-features';
import { Store } from './store/store';
import { appendHandler, deleteHandler, tombstoneHandler } from './streams/append.handler';
import { batchAppendHandler } from './streams/batch-append.handler';
import { OpenCalls } from './streams/open-calls';
import { readHandler } from './streams/read.handler';
import { Wakes } from './streams/wakes';

/** A running node. */
export interface EventNode {
  readonly port: number;
  readonly context: NodeContext;
  /** Ends calls, writes what is queued, closes the store. */
  stop(): Promise<void>;
}

/** Largest message a client may send: one chunk of an append, with room. */
const MAX_MESSAGE = 64 * 1024 * 1024;
/** How long connections may take to end by themselves when the node stops (milliseconds). */
const DRAIN_MS = 1_000;

/** Messages that our own codecs read and write pass through gRPC as they are. */
const asItIs = <T>(bytes: T): T => bytes;

/** The streams service with the hot messages left to our codecs. */
const STREAMS_SERVICE = {
  ...StreamsService,
  read: { ...StreamsService.read, responseSerialize: asItIs },
  batchAppend: { ...StreamsService.batchAppend, requestDeserialize: asItIs, responseSerialize: asItIs },
} as unknown as ServiceDefinition;

const PERSISTENT_SERVICE = {
  ...PersistentSubscriptionsService,
  read: { ...PersistentSubscriptionsService.read, responseSerialize: asItIs },
} as unknown as ServiceDefinition;

const METHODS = [...STREAM_METHODS, ...PERSISTENT_METHODS, ...PROJECTION_METHODS, ...OPERATION_METHODS];

/**
 * Starts a node. Throws `StoreRefused` or `ConfigError` with the way out.
 * @param fatal called when a commit fails; must end the process
 */
export async function startNode(config: NodeConfig, log: Logger, fatal: (error: Error) => never): Promise<EventNode> {
  const store = new Store(config.dataDir, fatal);
  const context: NodeContext = { config, store, access: accessFor(config, store.catalog), log, calls: new OpenCalls() };
  const wakes = new Wakes(store);
  const projections = new SystemProjections(store);
  if (config.projections === 'system') projections.enableNew();
  const groups = new GroupManager(store, wakes);
  const scavenger = new Scavenger(store);
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.max_send_message_length': MAX_MESSAGE,
    'grpc-node.max_session_memory': 256,
    'grpc-node.flow_control_window': 1024 * 1024,
    'grpc.enable_channelz': 0,
  });
  let port = config.port;
  server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler(METHODS) });
  server.addService(GossipService, { read: gossipHandler(() => ({ host: config.host, port })) });
  server.addService(STREAMS_SERVICE, {
    read: readHandler(context, wakes),
    append: appendHandler(context),
    batchAppend: batchAppendHandler(context),
    delete: deleteHandler(context),
    tombstone: tombstoneHandler(context),
  });
  server.addService(PERSISTENT_SERVICE, {
    ...persistentHandlers(context, groups),
    read: persistentReadHandler(context, groups),
  });
  server.addService(ProjectionsService, projectionsHandlers(context, projections));
  server.addService(OperationsService, operationsHandlers(context, scavenger));
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const routes = new Map<string, Route>([
    ['/health/live', healthRoute(context)],
    ['/ping', (_request, response) => sendJson(response, 200, { text: 'Ping request successfully handled' })],
    ['/metrics', metricsRoute(context, groups)],
    ...new Page(context, groups, projections).routes(),
  ]);
  // Without authentication everybody may look; with it, whoever may read $all.
  const admitted = (header: string | undefined): boolean => {
    const user = context.access.userOfHeader(header);
    return user !== null && context.access.allows(user, '$all', 'read');
  };
  const front = new Front((socket) => injector.injectConnection(socket), router(routes, admitted), config.tls);
  try {
    port = await front.listen(config.port, config.host);
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    port,
    context,
    stop: async () => {
      front.stopListening();
      projections.stop();
      scavenger.pause();
      groups.stop();
      context.calls.endAll();
      injector.drain(DRAIN_MS);
      await new Promise((resolve) => setTimeout(resolve, DRAIN_MS / 4));
      store.close();
      front.destroy();
      server.forceShutdown();
    },
  };
}
