import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import {
  AppConfig,
  Logger,
  Metrics,
  ProblemFilter,
  StatusRefusal,
  addressMustBePlain,
  answerProblem,
  inputValidation,
  registerRequestTracing,
  strictJson,
} from '@hoptac/platform';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { registerCookies } from './http/cookies';
import { serveOpenApi } from './http/open-api';
import { servePages } from './http/pages';

const JSON_LIMIT = 1_048_576;
const MINUTE_MS = 60_000;

/** Nothing inline, nothing from elsewhere; forms and frames stay at home. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
};

/**
 * The API as it runs in production and in tests: security headers, strict JSON, cookies, uploads, rate limits, problem documents, tracing, pages.
 * No proxy is trusted unless named: an address in a header is a claim.
 */
export async function createApp(
  module: DynamicModule,
  options: { readonly webRoot?: string; readonly trustedProxies?: string } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: options.trustedProxies ?? false,
    bodyLimit: JSON_LIMIT,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    multipart: false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      answerProblem(error, request, reply);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bufferLogs: true,
    bodyParser: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  const config = app.get(AppConfig);
  const fastify = adapter.getInstance();

  registerRequestTracing(fastify, app.get(Metrics));
  fastify.addHook('onRequest', (request, _reply, next) => {
    addressMustBePlain(request.url);
    next();
  });
  // The plugin would check the policy's words anew at every request, an eighth of what a step costs the API.
  const policy = helmet.contentSecurityPolicy(CONTENT_POLICY);
  fastify.addHook('onRequest', ({ raw }, reply, next) => {
    policy(raw, reply.raw, next);
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: config.publicUrl.startsWith('https://') ? { maxAge: 31_536_000 } : false,
  });
  registerCookies(fastify);
  await app.register(multipart, {
    limits: {
      // One byte more than allowed, so that the store sees the excess and says so.
      fileSize: config.uploadMaxBytes + 1,
      files: 1,
      fields: 8,
      fieldSize: 4_096,
      parts: 10,
    },
    throwFileSizeLimit: true,
  });
  await app.register(rateLimit, {
    global: false,
    max: config.lookupsPerMinute,
    timeWindow: MINUTE_MS,
    cache: 20_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new StatusRefusal(429, 'PLATFORM.TOO_MANY_REQUESTS', 'Too many look-ups', Math.ceil(ttl / 1000)),
  });
  // Fastify reads plain text unless told: a form of another site could send that without asking.
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser('application/json', { bodyLimit: JSON_LIMIT }, (_request, body, done) => {
    try {
      done(null, strictJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
  app.useGlobalPipes(inputValidation());
  app.useGlobalFilters(app.get(ProblemFilter));
  serveOpenApi(app);
  if (options.webRoot !== undefined) await servePages(app, options.webRoot);
  return app;
}
