/** `PersistentSubscriptions/Read`: a consumer's connection to a group. */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type persistent from '@eventstore/db-client/generated/persistent_pb';
import type { NodeContext } from '../context';
import {
  accessDenied,
  invalidArgument,
  maximumSubscribersReached,
  persistentSubscriptionError,
  toProtocolError,
} from '../protocol/errors';
import type { JoinedMessages } from '../protocol/joined';
import { encodeConfirmation, encodePersistentEvent, type UuidForm } from '../protocol/read-response.codec';
import { readUuid } from '../protocol/uuid';
import { WireReader } from '../protocol/wire';
import { streamName } from '../streams/read-request';
import { Replies } from '../streams/replies';
import type { Consumer } from './consumers';
import type { Group, NackAction } from './group';
import type { GroupManager } from './manager';
import type { Message } from './message';

type Call = ServerDuplexStream<persistent.ReadReq, JoinedMessages>;
const ACTIONS: Record<number, NackAction> = { 0: 'retry', 1: 'park', 2: 'retry', 3: 'skip', 4: 'stop' };

export function persistentReadHandler(context: NodeContext, manager: GroupManager): (call: Call) => void {
  return (call) => {
    let connection: Connection | null = null;
    const fail = (error: unknown): void => {
      connection?.close();
      call.emit('error', toProtocolError(error));
    };
    const forget = context.calls.addStream(fail);
    const over = (): void => {
      forget();
      connection?.close();
    };
    call.on('data', (message: persistent.ReadReq) => {
      try {
        const options = message.getOptions();
        if (options) {
          if (connection) throw invalidArgument('the options come once, first');
          connection = open(context, manager, call, options, (error) => {
            forget();
            fail(error);
          });
        } else if (!connection) throw invalidArgument('the options come first');
        else connection.answer(message);
      } catch (error) {
        forget();
        fail(error);
      }
    });
    call.on('end', () => {
      over();
      call.end();
    });
    call.on('cancelled', over);
  };
}

function open(
  context: NodeContext,
  manager: GroupManager,
  call: Call,
  options: persistent.ReadReq.Options,
  fail: (error: Error) => void,
): Connection {
  const stream = options.hasAll() ? '$all' : streamName(options.getStreamIdentifier());
  const name = options.getGroupName();
  const user = context.access.userOf(call.metadata);
  if (!context.access.allows(user, stream, 'read')) throw accessDenied();
  const group = manager.get(stream, name);
  const limit = group.config.settings.maxSubscriberCount;
  if (limit > 0 && group.consumers.list.length >= limit) throw maximumSubscribersReached(stream, name);
  const slots = options.getBufferSize();
  if (slots <= 0) throw invalidArgument('the buffer size must be greater than 0');
  const form: UuidForm = options.getUuidOption()?.hasStructured() ? 'structured' : 'string';
  const messages = new Replies(call);
  const connection = new Connection(group, {
    id: crypto.randomUUID(),
    user: user.name || 'anonymous',
    from: call.getPeer(),
    connectionName: String(call.metadata.get('connection-name')[0] ?? ''),
    slots,
    inFlight: new Map(),
    inFlightCount: 0,
    total: 0,
    measured: 0,
    perSecond: 0,
    send: (message) => messages.write(encode(message, form)),
    drop: () => {
      connection.close();
      messages.flush();
      fail(persistentSubscriptionError('dropped', stream, name));
    },
  });
  messages.write(encodeConfirmation(`${stream}::${name}`));
  connection.start();
  return connection;
}

function encode(message: Message, form: UuidForm): Buffer {
  const { record, target } = message;
  return target
    ? encodePersistentEvent(target.bytes, record.bytes, record.pos, form, message.retries)
    : encodePersistentEvent(record.bytes, null, record.pos, form, message.retries);
}

class Connection {
  private closed = false;

  constructor(
    private readonly group: Group,
    private readonly consumer: Consumer,
  ) {}

  start(): void {
    this.group.connect(this.consumer);
  }

  answer(message: persistent.ReadReq): void {
    const ack = message.getAck();
    const nack = message.getNack();
    if (ack) this.group.ack(this.consumer, ids(ack));
    else if (nack) this.group.nack(this.consumer, ids(nack), ACTIONS[nack.getAction()] ?? 'retry', nack.getReason());
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.group.disconnect(this.consumer);
  }
}

function ids(message: persistent.ReadReq.Ack | persistent.ReadReq.Nack): string[] {
  return message.getIdsList().map((id) => readUuid(new WireReader(id.serializeBinary())));
}
