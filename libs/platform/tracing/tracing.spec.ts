import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { createPino } from '../logging/logger';
import { type Tracing, currentTraceId, currentTraceparent, inSpan, startTracing, withRemoteParent } from './tracing';

describe('tracing', () => {
  const exporter = new InMemorySpanExporter();
  let tracing: Tracing;

  beforeAll(() => {
    tracing = startTracing('test', undefined, [new SimpleSpanProcessor(exporter)]);
  });
  afterAll(() => tracing.stop());

  it('knows no step outside one', () => {
    expect(currentTraceparent()).toBeUndefined();
  });

  it('carries one step over a border and back', async () => {
    let carried: string | undefined;
    await inSpan('page', {}, () => {
      carried = currentTraceparent();
    });
    const far = await withRemoteParent(carried, () =>
      inSpan('read model', { 'hoptac.case': 'c1' }, () => Promise.resolve(currentTraceId())),
    );
    expect(carried).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(far).toBe(carried?.split('-')[1]);
    const spans = exporter.getFinishedSpans();
    expect(spans.map((span) => span.name)).toEqual(['page', 'read model']);
    expect(spans[1]?.parentSpanContext?.spanId).toBe(carried?.split('-')[2]);
  });

  it.each([undefined, '', 'garbage', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`])(
    'begins anew on %p',
    async (traceparent) => {
      const inside = await withRemoteParent(traceparent, () =>
        inSpan('x', {}, () => Promise.resolve(currentTraceId())),
      );
      expect(inside).toMatch(/^[0-9a-f]{32}$/);
      expect(inside).not.toMatch(/^0+$/);
    },
  );

  it('lets errors through', async () => {
    await expect(inSpan('x', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('puts the trace id on each log line, and no secret', async () => {
    const lines: string[] = [];
    const log = createPino('test', 'info', { write: (line) => lines.push(line) });
    await inSpan('x', {}, () => {
      log.info(
        {
          headers: { authorization: 'Bearer abc', cookie: 's=1' },
          request: { headers: { 'set-cookie': 'k' } },
          token: 'abc',
        },
        'hello',
      );
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'hello',
      level: 'info',
      service: 'test',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(lines[0]).not.toMatch(/abc|s=1|"k"/);
  });
});
