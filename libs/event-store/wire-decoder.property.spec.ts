import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import fc from 'fast-check';
import { decodeReadResponse, type WireRecord } from './wire-decoder';

const positions = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n });
const records = fc.record({
  id: fc.uuid(),
  streamId: fc.string({ unit: 'grapheme', minLength: 1 }),
  revision: fc.nat(),
  commit: positions,
  prepare: positions,
  type: fc.string({ unit: 'grapheme' }),
  data: fc.uint8Array(),
  metadata: fc.uint8Array({ maxLength: 300 }),
  created: fc.date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
  isJson: fc.boolean(),
});

type Generated = typeof records extends fc.Arbitrary<infer T> ? T : never;

/** The same message by the generated classes that the client ships: an implementation that is not ours. */
function recordMessage(from: Generated): ReadResp.ReadEvent.RecordedEvent {
  const id = new UUID();
  id.setString(from.id);
  const stream = new StreamIdentifier();
  stream.setStreamName(Buffer.from(from.streamId));
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(id);
  record.setStreamIdentifier(stream);
  record.setStreamRevision(String(from.revision));
  record.setCommitPosition(from.commit.toString());
  record.setPreparePosition(from.prepare.toString());
  record.getMetadataMap().set('type', from.type);
  record.getMetadataMap().set('content-type', from.isJson ? 'application/json' : 'application/octet-stream');
  record.getMetadataMap().set('created', (BigInt(from.created.getTime()) * 10_000n).toString());
  record.setCustomMetadata(from.metadata);
  record.setData(from.data);
  return record;
}

function eventMessage(from: Generated): ReadResp {
  const event = new ReadResp.ReadEvent();
  event.setEvent(recordMessage(from));
  event.setCommitPosition(from.commit.toString());
  const message = new ReadResp();
  message.setEvent(event);
  return message;
}

const decoded = (message: ReadResp) => decodeReadResponse(Buffer.from(message.serializeBinary()));

describe('decodeReadResponse', () => {
  it('reads every event that the generated classes write', () => {
    fc.assert(
      fc.property(records, (from) => {
        const expected: WireRecord = {
          id: from.id,
          streamId: from.streamId,
          revision: from.revision,
          position: { commit: from.commit, prepare: from.prepare },
          type: from.type,
          isJson: from.isJson,
          created: from.created.toISOString() as WireRecord['created'],
          data: Buffer.from(from.data),
          metadata: Buffer.from(from.metadata),
        };
        expect(decoded(eventMessage(from))).toEqual({ kind: 'event', record: expected });
      }),
    );
  });

  it('reads checkpoints, live ends, and passes over what is something else', () => {
    fc.assert(
      fc.property(positions, positions, (commit, prepare) => {
        const checkpoint = new ReadResp.Checkpoint();
        checkpoint.setCommitPosition(commit.toString());
        checkpoint.setPreparePosition(prepare.toString());
        const message = new ReadResp();
        message.setCheckpoint(checkpoint);
        expect(decoded(message)).toEqual({ kind: 'checkpoint', position: { commit, prepare } });
      }),
    );
    const live = new ReadResp();
    live.setCaughtUp(new ReadResp.CaughtUp());
    expect(decoded(live)).toEqual({ kind: 'caught-up' });
    const confirmed = new ReadResp();
    const confirmation = new ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId('1');
    confirmed.setConfirmation(confirmation);
    expect(decoded(confirmed)).toEqual({ kind: 'other' });
    expect(decodeReadResponse(Buffer.alloc(0))).toEqual({ kind: 'other' });
  });

  it('passes over a link, resolved or not', () => {
    fc.assert(
      fc.property(records, (from) => {
        const message = eventMessage(from);
        message.getEvent()?.setLink(recordMessage(from));
        expect(decoded(message)).toEqual({ kind: 'other' });
      }),
      { numRuns: 20 },
    );
  });

  it('either reads or refuses bytes that were cut off, and never runs away', () => {
    fc.assert(
      fc.property(records, fc.nat(), (from, cut) => {
        const bytes = Buffer.from(eventMessage(from).serializeBinary());
        const piece = bytes.subarray(0, 1 + (cut % (bytes.length - 1)));
        expect(() => decodeReadResponse(piece)).toThrow(RangeError);
      }),
    );
  });

  it('refuses a position that a number cannot hold', () => {
    const checkpoint = new ReadResp.Checkpoint();
    checkpoint.setCommitPosition((2n ** 60n + 1n).toString());
    checkpoint.setPreparePosition('0');
    const message = new ReadResp();
    message.setCheckpoint(checkpoint);
    expect(() => decoded(message)).toThrow(RangeError);
  });
});
