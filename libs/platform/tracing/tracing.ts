import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanStatusCode,
  TraceFlags,
  context,
  propagation,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

export interface Tracing {
  /** Sends what is left; call it on stop. */
  stop(): Promise<void>;
}

const TRACER = 'hoptac';
/** Whether anybody takes spans in. */
let listening = false;

/**
 * Starts tracing for this process. Without an address spans still get ids, so that traceId and traceparent follow a step everywhere;
 * they are only not sent. Further processors are for tests.
 */
export function startTracing(service: string, otlpUrl?: string, processors: readonly SpanProcessor[] = []): Tracing {
  const sending = otlpUrl === undefined ? [] : [new BatchSpanProcessor(new OTLPTraceExporter({ url: otlpUrl }))];
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': `hoptac-${service}` }),
    spanProcessors: [...sending, ...processors],
  });
  provider.register({ propagator: new W3CTraceContextPropagator() });
  listening = sending.length + processors.length > 0;
  return {
    stop: async () => {
      listening = false;
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** Runs `work` in a span under the current one; a throw marks the span and is thrown on. Attributes: ids and codes, never personal data. */
export function inSpan<T>(name: string, attributes: Attributes, work: () => T | Promise<T>): Promise<T> {
  return trace.getTracer(TRACER).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * Says of work just done for many steps at once (a batch of facts folded or delivered) that it was part of each: a span under every different
 * `traceparent`, from `since` (milliseconds since 1970) until now. Costs nothing while nobody takes spans in.
 */
export function tellSteps(
  name: string,
  attributes: Attributes,
  traceparents: Iterable<string | undefined>,
  since: number,
): void {
  if (!listening) return;
  for (const traceparent of new Set(traceparents)) {
    const parent = remoteContext(traceparent);
    if (parent !== ROOT_CONTEXT)
      trace.getTracer(TRACER).startSpan(name, { attributes, startTime: since }, parent).end();
  }
}

/** W3C `traceparent` of the step under way, to be carried into event metadata and signals; undefined outside any span. */
export function currentTraceparent(): string | undefined {
  const span = trace.getSpanContext(context.active());
  if (span === undefined || !trace.isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${(span.traceFlags & TraceFlags.SAMPLED) === 0 ? '00' : '01'}`;
}

/** Trace id of the step under way (32 hex digits). */
export function currentTraceId(): string | undefined {
  const span = trace.getSpanContext(context.active());
  return span !== undefined && trace.isSpanContextValid(span) ? span.traceId : undefined;
}

/** The context that a `traceparent` names; the root context when it is absent or malformed. */
export function remoteContext(traceparent: string | undefined): Context {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '');
  if (match === null) return ROOT_CONTEXT;
  const spanContext = {
    traceId: match[1] ?? '',
    spanId: match[2] ?? '',
    traceFlags: Number.parseInt(match[3] ?? '0', 16),
    isRemote: true,
  };
  return trace.isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
}

/** Continues in this process a step begun elsewhere: spans started inside hang under `traceparent`. */
export function withRemoteParent<T>(traceparent: string | undefined, work: () => T): T {
  return context.with(remoteContext(traceparent), work);
}
