/**
 * A node that stores nothing: the same gRPC stack, front and codecs, but every append succeeds at once. What a client
 * reaches against it is the ceiling of the client and the transport. `node null-node.js` prints its port.
 */
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { encodeBatchSuccess, parseBatchAppend } from '../../../apps/event-node/protocol/batch-append.codec';
import { Front } from '../../../apps/event-node/http/front';
import { STREAM_METHODS, supportedMethodsHandler } from '../../../apps/event-node/server-features/server-features';

const asBytes = (bytes: Buffer): Buffer => bytes;
const server = new Server();
server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler(STREAM_METHODS) });
server.addService(
  {
    ...StreamsService,
    batchAppend: { ...StreamsService.batchAppend, requestDeserialize: asBytes, responseSerialize: asBytes },
  },
  {
    batchAppend: (call: ServerDuplexStream<Buffer, Buffer>) => {
      let position = 1;
      call.on('data', (bytes: Buffer) => {
        const chunk = parseBatchAppend(bytes, Date.now());
        if (chunk.options) call.write(encodeBatchSuccess(chunk.correlationBytes, chunk.options, position, position++));
      });
      call.on('end', () => call.end());
    },
  },
);
const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
const front = new Front(
  (socket) => injector.injectConnection(socket),
  (_request, response) => response.end(),
  null,
);
void front.listen(0, '127.0.0.1').then((port) => process.stdout.write(`${port}\n`));
