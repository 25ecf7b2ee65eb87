/** The hand-written codecs agree with the generated ones on whatever they are given. */
import fc from 'fast-check';
import shared from '@eventstore/db-client/generated/shared_pb';
import streams from '@eventstore/db-client/generated/streams_pb';
import { encodeBatchSuccess, parseBatchAppend } from './batch-append.codec';
import { encodeCheckpoint, encodeReadEvent } from './read-response.codec';
import {
  decodeRecordedEvent,
  encodeRecordedEvent,
  recordedEventBound,
  streamField,
  type ProposedEvent,
} from './recorded-event.codec';
import { MAX_REVISION, WireReader, writeVarint } from './wire';

const number = fc.oneof(fc.nat(), fc.maxSafeNat());
const proposal = fc.record({
  id: fc.uuid(),
  type: fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.isWellFormed()),
  json: fc.boolean(),
  metadata: fc.uint8Array({ maxLength: 300 }),
  data: fc.uint8Array({ maxLength: 3_000 }),
});
const name = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => text.isWellFormed());

function encode(event: ProposedEvent, stream: string, revision: number, position: number, created: number): Buffer {
  const field = streamField(stream);
  const out = Buffer.alloc(recordedEventBound(event, field));
  return out.subarray(0, encodeRecordedEvent(out, 0, event, field, revision, position, created));
}

test('varints', () => {
  fc.assert(
    fc.property(number, (value) => {
      const out = Buffer.alloc(10);
      const end = writeVarint(out, 0, value);
      expect(new WireReader(out, 0, end).varint()).toBe(value);
    }),
  );
});

test('a recorded event is what the generated class reads, in both forms of the id', () => {
  fc.assert(
    fc.property(
      proposal,
      name,
      number,
      fc.nat(),
      fc.nat({ max: 4_000_000_000_000 }),
      fc.constantFrom('string' as const, 'structured' as const),
      (event, stream, revision, position, created, form) => {
        const bytes = encode(event, stream, revision, position, created);
        const response = streams.ReadResp.deserializeBinary(encodeReadEvent(bytes, bytes, position, form)).getEvent();
        for (const read of [response?.getEvent(), response?.getLink()]) {
          if (form === 'string') expect(read?.getId()?.getString()).toBe(event.id);
          else
            expect(
              BigInt.asUintN(64, BigInt(read?.getId()?.getStructured()?.getMostSignificantBits() ?? 0)).toString(16),
            ).toBe(BigInt(`0x${event.id.replaceAll('-', '').slice(0, 16)}`).toString(16));
          expect(Buffer.from(read?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
          expect(read?.getStreamRevision()).toBe(revision === MAX_REVISION ? '9223372036854775807' : String(revision));
          expect(read?.getCommitPosition()).toBe(String(position));
          expect(read?.getMetadataMap().get('type')).toBe(event.type);
          expect(read?.getMetadataMap().get('content-type')).toBe(
            event.json ? 'application/json' : 'application/octet-stream',
          );
          expect(read?.getMetadataMap().get('created')).toBe(`${created}0000`);
          expect(Buffer.from(read?.getData_asU8() ?? [])).toEqual(Buffer.from(event.data));
          expect(Buffer.from(read?.getCustomMetadata_asU8() ?? [])).toEqual(Buffer.from(event.metadata));
        }
        const back = decodeRecordedEvent(bytes);
        expect([back.id, back.stream, back.revision, back.position, back.type, back.created]).toEqual([
          event.id,
          stream,
          revision,
          position,
          event.type,
          created,
        ]);
      },
    ),
  );
});

test('a batch append is read as the generated class wrote it', () => {
  fc.assert(
    fc.property(
      name,
      fc.array(proposal, { maxLength: 5 }),
      number,
      fc.uuid(),
      fc.boolean(),
      (stream, list, expected, correlation, final) => {
        const request = new streams.BatchAppendReq();
        const id = new shared.UUID();
        id.setString(correlation);
        request.setCorrelationId(id);
        const options = new streams.BatchAppendReq.Options();
        const identifier = new shared.StreamIdentifier();
        identifier.setStreamName(Buffer.from(stream).toString('base64'));
        options.setStreamIdentifier(identifier);
        options.setStreamPosition(String(expected));
        request.setOptions(options);
        request.setIsFinal(final);
        for (const event of list) {
          const message = new streams.BatchAppendReq.ProposedMessage();
          const eventId = new shared.UUID();
          eventId.setString(event.id);
          message.setId(eventId);
          message.getMetadataMap().set('type', event.type);
          message.getMetadataMap().set('content-type', event.json ? 'application/json' : 'x');
          message.setData(event.data);
          message.setCustomMetadata(event.metadata);
          request.addProposedMessages(message);
        }
        const chunk = parseBatchAppend(request.serializeBinary(), 0);
        expect(chunk).toMatchObject({ correlation, final, options: { stream, expected } });
        expect(
          chunk.events.map((event) => ({
            ...event,
            data: Buffer.from(event.data).toString('hex'),
            metadata: Buffer.from(event.metadata).toString('hex'),
          })),
        ).toEqual(
          list.map((event) => ({
            ...event,
            data: Buffer.from(event.data).toString('hex'),
            metadata: Buffer.from(event.metadata).toString('hex'),
          })),
        );
        const reply = streams.BatchAppendResp.deserializeBinary(
          encodeBatchSuccess(chunk.correlationBytes, { stream, expected, deadline: Infinity }, 5, 7),
        );
        expect([
          reply.getCorrelationId()?.getString(),
          reply.getSuccess()?.getCurrentRevision(),
          reply.getSuccess()?.getPosition()?.getCommitPosition(),
          reply.getStreamPosition(),
        ]).toEqual([correlation, '5', '7', String(expected)]);
      },
    ),
  );
});

test('checkpoints', () => {
  fc.assert(
    fc.property(number, (position) => {
      expect(streams.ReadResp.deserializeBinary(encodeCheckpoint(position)).getCheckpoint()?.getCommitPosition()).toBe(
        String(position),
      );
    }),
  );
});

test('no bytes make the parser do anything but refuse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        parseBatchAppend(bytes, 0);
      } catch (error) {
        expect(error).toHaveProperty('message');
        expect(error instanceof RangeError || (error as Error).message.includes('Required Metadata')).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
