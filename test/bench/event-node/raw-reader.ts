/** Reads $all with nothing but HTTP/2 and counts messages: what the node can send when the reader costs nothing. */
import { connect } from 'node:http2';
import streams from '@eventstore/db-client/generated/streams_pb';
import shared from '@eventstore/db-client/generated/shared_pb';

/** Reads `count` events from the start; returns events per second. */
export async function rawRead(port: number, count: number): Promise<number> {
  const request = new streams.ReadReq();
  const options = new streams.ReadReq.Options();
  const all = new streams.ReadReq.Options.AllOptions();
  all.setStart(new shared.Empty());
  options.setAll(all);
  options.setCount(String(count));
  options.setNoFilter(new shared.Empty());
  const form = new streams.ReadReq.Options.UUIDOption();
  form.setString(new shared.Empty());
  options.setUuidOption(form);
  request.setOptions(options);
  const body = Buffer.from(request.serializeBinary());
  const frame = Buffer.concat([Buffer.from([0, 0, 0, 0, body.length]), body]);
  const session = connect(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 8 * 1024 * 1024 } });
  session.on('connect', () => session.setLocalWindowSize(16 * 1024 * 1024));
  const stream = session.request({
    ':method': 'POST',
    ':path': '/event_store.client.streams.Streams/Read',
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  const started = performance.now();
  stream.end(frame);
  let messages = 0;
  let skip = 0;
  let head = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let at = 0;
    while (at < chunk.length) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at);
        at += step;
        skip -= step;
        continue;
      }
      const need = 5 - head.length;
      head = Buffer.concat([head, chunk.subarray(at, at + need)]);
      at += need;
      if (head.length < 5) break;
      skip = head.readUInt32BE(1);
      head = Buffer.alloc(0);
      messages++;
    }
  }
  session.close();
  return messages / ((performance.now() - started) / 1000);
}
