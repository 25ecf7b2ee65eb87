import { controllersOf, listRoutes, type ListedRoute } from '@hoptac/identity';
import { PROBLEM_TITLES } from '@hoptac/platform';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const TEXT = { type: 'string' } as const;
/** RFC 9457 as we send it (`ProblemDocument`). */
const PROBLEM = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'code', 'legalBasis', 'traceId'],
  properties: {
    type: { ...TEXT, example: 'urn:hoptac:problem:DOSSIERS.CLOSED' },
    title: TEXT,
    status: { type: 'integer' },
    detail: { ...TEXT, description: 'Vietnamese, or English by `Accept-Language`.' },
    code: { ...TEXT, description: 'Stable for ever.', example: 'DOSSIERS.CLOSED' },
    legalBasis: { type: 'array', items: TEXT, description: 'Articles, e.g. `L23 Art. 42.4`.' },
    traceId: TEXT,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: { pointer: { ...TEXT, description: 'RFC 6901, into the body.' }, code: TEXT, detail: TEXT },
      },
    },
    details: { type: 'object', additionalProperties: true },
  },
};

/** Statuses of the problems that the route's kind brings with it: by who may call it, what it takes, and whether it writes. */
function problemStatuses({ method, path, access }: ListedRoute, { parameters = [] }: Operation): number[] {
  const [writes, takesId, open] = [method !== 'GET', path.includes(':'), access === 'public'];
  const seesRevision = parameters.some((parameter) => 'name' in parameter && parameter.name === 'If-Match');
  return [
    400,
    ...(open ? [] : [401, 403]),
    ...(takesId ? [404] : []),
    ...(writes ? [409, 413, 415, 422] : []),
    ...(seesRevision ? [412] : []),
    ...(open && takesId ? [429] : []),
    503,
  ];
}

/** OpenAPI 3.1 of everything the API answers; made at the first request. */
function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Hợp Tác API')
    .setDescription(
      'Writes need `Idempotency-Key`; `If-Match: W/"<revision>"` refuses what somebody changed meanwhile. Reads take `?after=<position>`. Refusals are RFC 9457 problem documents.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, description);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
  };
  for (const route of listRoutes(controllersOf(app.get(ModulesContainer)))) {
    const methods = document.paths[route.path.replace(/:(\w+)/g, '{$1}')];
    const operation = methods?.[route.method.toLowerCase() as 'get' | 'post'];
    if (operation === undefined) continue;
    for (const status of problemStatuses(route, operation))
      operation.responses[String(status)] ??= {
        description: PROBLEM_TITLES[status]?.en ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      };
  }
  return document;
}

export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(openApiDocument(app));
      return reply.header('Content-Type', 'application/json; charset=utf-8').send(document);
    });
}
