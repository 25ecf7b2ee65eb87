/** `Streams/Append`, `Delete`, `Tombstone`: the classic calls, one operation each. */
import type { handleUnaryCall, sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb';
import shared from '@eventstore/db-client/generated/shared_pb';
import type { NodeContext } from '../context';
import { checkedEvent, MissingProperty, type Expected } from '../protocol/batch-append.codec';
import {
  accessDenied,
  invalidArgument,
  maximumAppendSizeExceeded,
  missingMetadataProperty,
  streamDeleted,
  toProtocolError,
  wrongExpectedVersion,
} from '../protocol/errors';
import type { ProposedEvent } from '../protocol/recorded-event.codec';
import { readUuid } from '../protocol/uuid';
import { WireReader } from '../protocol/wire';
import type { WriteResult } from '../store/store';
import { eventSize, mayWrite } from './append-checks';
import { clamp, streamName } from './read-request';

interface ExpectedMessage {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

function expectedOf(options: ExpectedMessage): Expected {
  if (options.hasRevision()) return clamp(options.getRevision());
  return options.hasNoStream() ? 'no_stream' : options.hasStreamExists() ? 'stream_exists' : 'any';
}

function proposedOf(message: streams.AppendReq.ProposedMessage): ProposedEvent {
  const metadata = message.getMetadataMap();
  const id = message.getId();
  if (!id) throw new RangeError('an event without id');
  const event: ProposedEvent = {
    id: readUuid(new WireReader(id.serializeBinary())),
    type: metadata.get('type') ?? '',
    json: false,
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
  return checkedEvent(event, metadata.get('content-type') ?? '');
}

/** `Streams/Append`. */
export function appendHandler(
  context: NodeContext,
): (
  call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
  callback: sendUnaryData<streams.AppendResp>,
) => void {
  return (call, callback) => {
    let stream = '';
    let expected: Expected = 'any';
    let size = 0;
    const events: ProposedEvent[] = [];
    let answered = false;
    const forget = context.calls.addAppend((error) => answer(error));
    const answer = (error: unknown, response?: streams.AppendResp): void => {
      if (answered) return;
      answered = true;
      forget();
      if (response) callback(null, response);
      else
        callback(error instanceof MissingProperty ? missingMetadataProperty(error.property) : toProtocolError(error));
    };
    const take = (message: streams.AppendReq): void => {
      const options = message.getOptions();
      const proposed = message.getProposedMessage();
      if (options) {
        stream = streamName(options.getStreamIdentifier());
        expected = expectedOf(options);
        if (!mayWrite(context.access, context.access.userOf(call.metadata), stream)) throw accessDenied();
      } else if (proposed) {
        const event = proposedOf(proposed);
        size += eventSize(event);
        if (size > context.config.maxAppendSize) throw maximumAppendSizeExceeded(context.config.maxAppendSize);
        events.push(event);
      }
    };
    call.on('data', (message: streams.AppendReq) => {
      if (answered) return;
      try {
        take(message);
      } catch (error) {
        answer(error);
      }
    });
    call.on('end', () => {
      if (answered) return;
      if (stream === '') {
        answer(invalidArgument('options are required'));
        return;
      }
      context.store.append(stream, expected, events, (result) => {
        if (result.kind === 'deleted') answer(streamDeleted(stream));
        else answer(null, appendResponse(result, expected));
      });
    });
    call.on('cancelled', () => {
      answered = true;
      forget();
    });
  };
}

function appendResponse(result: Exclude<WriteResult, { kind: 'deleted' }>, expected: Expected): streams.AppendResp {
  const response = new streams.AppendResp();
  if (result.kind === 'ok') {
    const success = new streams.AppendResp.Success();
    if (result.revision >= 0) success.setCurrentRevision(String(result.revision));
    else success.setNoStream(new shared.Empty());
    if (result.position > 0) {
      const position = new streams.AppendResp.Position();
      position.setCommitPosition(String(result.position));
      position.setPreparePosition(String(result.position));
      success.setPosition(position);
    } else success.setNoPosition(new shared.Empty());
    response.setSuccess(success);
    return response;
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (result.current >= 0) wrong.setCurrentRevision(String(result.current));
  else wrong.setCurrentNoStream(new shared.Empty());
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  response.setWrongExpectedVersion(wrong);
  return response;
}

/** `Streams/Delete`: soft delete. */
export function deleteHandler(context: NodeContext): handleUnaryCall<streams.DeleteReq, streams.DeleteResp> {
  return (call, callback) => {
    removal(context, call, callback, false, (position) => {
      const response = new streams.DeleteResp();
      const at = new streams.DeleteResp.Position();
      at.setCommitPosition(position);
      at.setPreparePosition(position);
      response.setPosition(at);
      return response;
    });
  };
}

/** `Streams/Tombstone`: the name becomes unusable for ever. */
export function tombstoneHandler(context: NodeContext): handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp> {
  return (call, callback) => {
    removal(context, call, callback, true, (position) => {
      const response = new streams.TombstoneResp();
      const at = new streams.TombstoneResp.Position();
      at.setCommitPosition(position);
      at.setPreparePosition(position);
      response.setPosition(at);
      return response;
    });
  };
}

type RemovalCall = Parameters<handleUnaryCall<streams.DeleteReq | streams.TombstoneReq, unknown>>[0];

function removal<R>(
  context: NodeContext,
  call: RemovalCall,
  callback: sendUnaryData<R>,
  forEver: boolean,
  respond: (position: string) => R,
): void {
  try {
    const options = call.request.getOptions();
    if (!options) throw invalidArgument('options are required');
    const stream = streamName(options.getStreamIdentifier());
    const expected = expectedOf(options);
    if (!context.access.allows(context.access.userOf(call.metadata), stream, 'delete')) throw accessDenied();
    const done = (result: WriteResult): void => {
      if (result.kind === 'ok') callback(null, respond(String(result.position)));
      else
        callback(
          result.kind === 'deleted' ? streamDeleted(stream) : wrongExpectedVersion(stream, expected, result.current),
        );
    };
    if (forEver) context.store.tombstone(stream, expected, done);
    else context.store.delete(stream, expected, done);
  } catch (error) {
    callback(toProtocolError(error));
  }
}
