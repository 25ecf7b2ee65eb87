import { type Span, SpanKind, SpanStatusCode, context, trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics';
import { remoteContext } from '../tracing/tracing';

const spans = new WeakMap<FastifyRequest, Span>();

/** Trace id of a request whose work has left its context (router and parser errors). */
export const traceIdOf = (request: object): string | undefined =>
  spans.get(request as FastifyRequest)?.spanContext().traceId;

/**
 * A span and a measurement per request, labelled by route pattern (never by address: addresses carry ids). The caller's `traceparent` is continued.
 * The context is entered twice: body parsing runs on the socket's callbacks, which forget it.
 */
export function registerRequestTracing(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { traceparent } = request.headers;
    const parent = remoteContext(typeof traceparent === 'string' ? traceparent : undefined);
    const route = request.routeOptions.url ?? 'unknown';
    const span = trace
      .getTracer('hoptac')
      .startSpan(
        `${request.method} ${route}`,
        { kind: SpanKind.SERVER, attributes: { 'http.request.method': request.method, 'http.route': route } },
        parent,
      );
    spans.set(request, span);
    context.with(trace.setSpan(parent, span), done);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else context.with(trace.setSpan(context.active(), span), done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: String(reply.statusCode),
    };
    metrics.httpDuration.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}
