/** event-node.md §3 and §5: appending, expected revisions, idempotency. Each rule holds for both append calls. */
import {
  ANY,
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { collect, connect, events, failure, fresh, revisions, type Target } from './harness';

let target: Target;
beforeAll(async () => void (target = await connect()));
afterAll(() => target.close());

// Per-call credentials make the official client choose the classic Append.
describe.each([
  ['BatchAppend', {}],
  ['Append', { credentials: { username: 'admin', password: 'changeit' } }],
])('%s', (_name, options) => {
  const append = (
    stream: string,
    list: Parameters<Target['client']['appendToStream']>[1],
    expectedRevision?: bigint | typeof ANY | typeof NO_STREAM | typeof STREAM_EXISTS,
  ) =>
    target.client.appendToStream(stream, list, {
      ...options,
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
    });
  const wrong = async (promise: Promise<unknown>, actual: bigint | 'no_stream') => {
    const error = await failure(promise);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error['actualVersion']).toBe(actual);
  };

  test('answers with the revision of the last event and a position that grows', async () => {
    const stream = fresh();
    const first = await append(stream, events(3), NO_STREAM);
    const second = await append(stream, events(1), 2n);
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([2n, 3n]);
    expect((second.position?.commit ?? 0n) > (first.position?.commit ?? 0n)).toBe(true);
  });

  test('no_stream wants a stream that is not there', async () => {
    const stream = fresh();
    await append(stream, events(1), NO_STREAM);
    await wrong(append(stream, events(1), NO_STREAM), 0n);
  });

  test('stream_exists wants a stream that is there; metadata alone is enough', async () => {
    await wrong(append(fresh(), events(1), STREAM_EXISTS), 'no_stream');
    const stream = fresh();
    await target.client.setStreamMetadata(stream, { maxCount: 10 });
    expect((await append(stream, events(1), STREAM_EXISTS)).nextExpectedRevision).toBe(0n);
  });

  test('an exact revision is neither lower nor higher', async () => {
    const stream = fresh();
    await wrong(append(stream, events(1), 0n), 'no_stream');
    await append(stream, events(2), NO_STREAM);
    await wrong(append(stream, events(1), 0n), 1n);
    await wrong(append(stream, events(1), 5n), 1n);
    expect((await append(stream, events(1), 1n)).nextExpectedRevision).toBe(2n);
  });

  test('any: sent again it lands once and answers with the old revision and position', async () => {
    const stream = fresh();
    const list = events(2);
    const first = await append(stream, list, ANY);
    await append(stream, events(1), ANY);
    const again = await append(stream, list, ANY);
    expect([again.nextExpectedRevision, again.position]).toEqual([first.nextExpectedRevision, first.position]);
    expect(await collect(target.client.readStream(stream))).toHaveLength(3);
  });

  test('any: a known event followed by an unknown one is refused', async () => {
    const stream = fresh();
    const [known, unknown] = events(2);
    await append(stream, [known as never], ANY);
    await wrong(append(stream, [known as never, unknown as never], ANY), 0n);
  });

  test('any: an unknown event followed by a known one is new', async () => {
    const stream = fresh();
    const [known, unknown] = events(2);
    await append(stream, [known as never], ANY);
    expect((await append(stream, [unknown as never, known as never], ANY)).nextExpectedRevision).toBe(2n);
  });

  test('any: the same id in another stream is another event', async () => {
    const list = events(1);
    await append(fresh(), list, ANY);
    expect((await append(fresh(), list, ANY)).nextExpectedRevision).toBe(0n);
  });

  test('stream_exists recognises a repetition', async () => {
    const stream = fresh();
    await append(stream, events(1), NO_STREAM);
    const list = events(2);
    await append(stream, list, STREAM_EXISTS);
    expect((await append(stream, list, STREAM_EXISTS)).nextExpectedRevision).toBe(2n);
  });

  test('exact: sent again it lands once, however much was written since', async () => {
    const stream = fresh();
    await append(stream, events(1), NO_STREAM);
    const list = events(2);
    const first = await append(stream, list, 0n);
    await append(stream, events(5), 2n);
    const again = await append(stream, list, 0n);
    expect([again.nextExpectedRevision, again.position]).toEqual([first.nextExpectedRevision, first.position]);
  });

  test('no_stream recognises a repetition', async () => {
    const stream = fresh();
    const list = events(2);
    await append(stream, list, NO_STREAM);
    expect((await append(stream, list, NO_STREAM)).nextExpectedRevision).toBe(1n);
  });

  test('exact: a repetition with one event more is refused', async () => {
    const stream = fresh();
    const list = events(2);
    await append(stream, list, NO_STREAM);
    await wrong(append(stream, [...list, ...events(1)], NO_STREAM), 1n);
  });

  test('an append to a tombstoned stream is refused for ever', async () => {
    const stream = fresh();
    await append(stream, events(1));
    await target.client.tombstoneStream(stream);
    for (const expected of [ANY, NO_STREAM, STREAM_EXISTS, 0n] as const) {
      const error = await failure(append(stream, events(1), expected));
      expect(error).toBeInstanceOf(StreamDeletedError);
      expect(error['streamName']).toBe(stream);
    }
  });

  test('several events are written whole or not at all', async () => {
    const stream = fresh();
    await append(stream, events(100), NO_STREAM);
    await wrong(append(stream, events(100), 5n), 99n);
    expect(revisions(await collect(target.client.readStream(stream)))).toEqual(
      Array.from({ length: 100 }, (_, n) => n),
    );
  });

  test('an append above the maximum size is refused and names the limit', async () => {
    const error = await failure(
      append(fresh(), jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1024 * 1024 + 1) } })),
    );
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error['maxAppendSize']).toBe(1024 * 1024);
  });

  test('data, metadata, type, id, content type and time come back as they were', async () => {
    const stream = fresh();
    const before = Date.now();
    const json = jsonEvent({
      type: 'Hợp-tác',
      data: { tên: 'Xã viên 🌾', n: 1.5, list: [1, null] },
      metadata: { $correlationId: 'c', by: 'Lan' },
    });
    const binary = binaryEvent({
      type: 'Bytes',
      data: Uint8Array.from([0, 1, 255]),
      metadata: Uint8Array.from([9, 8]),
    });
    await append(stream, [json, binary]);
    const [one, two] = (await collect(target.client.readStream(stream))).map((resolved) => resolved.event);
    expect(one).toMatchObject({
      id: json.id,
      type: 'Hợp-tác',
      data: json.data,
      metadata: json.metadata,
      isJson: true,
      streamId: stream,
      revision: 0n,
    });
    expect(two).toMatchObject({ id: binary.id, isJson: false, type: 'Bytes' });
    expect([...(two?.data as Uint8Array)]).toEqual([0, 1, 255]);
    expect((one?.created as Date).getTime()).toBeGreaterThanOrEqual(before - 5_000);
    expect((one?.created as Date).getTime()).toBeLessThanOrEqual(Date.now() + 5_000);
  });

  test('any name is a name', async () => {
    const stream = `${fresh()} tên lạ/? % \u{1F33E} @1`;
    await append(stream, events(1), NO_STREAM);
    const [only] = await collect(target.client.readStream(stream));
    expect(only?.event?.streamId).toBe(stream);
    await wrong(append(stream, events(1), NO_STREAM), 0n);
  });
});

test('a soft-deleted stream: stream_exists is refused, no_stream and any begin anew', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(3));
  await target.client.deleteStream(stream);
  expect(
    await failure(target.client.appendToStream(stream, events(1), { expectedRevision: STREAM_EXISTS })),
  ).toBeInstanceOf(StreamDeletedError);
  expect(
    (await target.client.appendToStream(stream, events(1), { expectedRevision: NO_STREAM })).nextExpectedRevision,
  ).toBe(3n);
});

test('64 writers with exact revisions on one stream: every revision once', async () => {
  const stream = fresh();
  await target.client.appendToStream(stream, events(1), { expectedRevision: NO_STREAM });
  let conflicts = 0;
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      let expected = 0n;
      for (;;) {
        try {
          await target.client.appendToStream(stream, events(1), { expectedRevision: expected });
          return;
        } catch (error) {
          if (!(error instanceof WrongExpectedVersionError)) throw error;
          conflicts++;
          expected = error.actualVersion as bigint;
        }
      }
    }),
  );
  expect(revisions(await collect(target.client.readStream(stream)))).toEqual(Array.from({ length: 65 }, (_, n) => n));
  expect(conflicts).toBeGreaterThan(0);
});

test('with throwOnAppendFailure: false a wrong version is an answer, no error', async () => {
  const client = EventStoreDBClient.connectionString(
    `${target.url}${target.url.includes('?') ? '&' : '?'}throwOnAppendFailure=false`,
  );
  const stream = fresh();
  await client.appendToStream(stream, events(1));
  expect((await client.appendToStream(stream, events(1), { expectedRevision: NO_STREAM })).success).toBe(false);
  await client.dispose();
});

test('an append sent in several chunks is one append', async () => {
  const stream = fresh();
  const list = Array.from({ length: 50 }, (_, n) =>
    jsonEvent({ type: 'Chunk', data: { n, text: 'y'.repeat(10_000) } }),
  );
  await target.client.appendToStream(stream, list, { batchAppendSize: 30_000 });
  expect(revisions(await collect(target.client.readStream(stream)))).toHaveLength(50);
});

test('a deadline that has passed is answered as such and nothing is written', async () => {
  const stream = fresh();
  const error = await failure(target.client.appendToStream(stream, events(1), { deadline: -1_000 }));
  expect(error.constructor.name).toBe('DeadlineExceededError');
  expect((await failure(collect(target.client.readStream(stream)))).constructor.name).toBe('StreamNotFoundError');
});

test('an append to $all is refused', async () => {
  expect((await failure(target.client.appendToStream('$all', events(1)))).constructor.name).toBe('AccessDeniedError');
});

test('a name that is empty or too long is refused and harms no other append', async () => {
  const good = target.client.appendToStream(fresh(), events(1));
  await failure(target.client.appendToStream('', events(1)));
  if (target.own) await failure(target.client.appendToStream('x'.repeat(5_000), events(1)));
  expect((await good).success).toBe(true);
});

test('an append of nothing checks the revision and writes nothing', async () => {
  const stream = fresh();
  expect((await target.client.appendToStream(stream, [])).success).toBe(true);
  await target.client.appendToStream(stream, events(2));
  expect((await target.client.appendToStream(stream, [], { expectedRevision: 1n })).nextExpectedRevision).toBe(1n);
  expect(await failure(target.client.appendToStream(stream, [], { expectedRevision: 0n }))).toBeInstanceOf(
    WrongExpectedVersionError,
  );
  expect(await collect(target.client.readStream(stream))).toHaveLength(2);
});
