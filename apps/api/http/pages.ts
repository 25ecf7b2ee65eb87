import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { NotFoundException } from '@nestjs/common';

/** Addresses that belong to programs: an unknown one is a problem document, never a page. */
const NOT_A_PAGE = /^\/(api|health|metrics|assets)(\/|$)/;
const YEAR_S = 31_536_000;
/** A built file; names carry a hash, so pages built while the API runs have files it did not see at its start. */
const ASSET = /^\/(assets\/[\w-][\w.-]*)$/;

/** Serves the built pages; any other address a browser opens is the pages' own business, so it gets `index.html`. */
export async function servePages(app: NestFastifyApplication, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      // File names under assets/ carry a hash of their content.
      reply.header(
        'Cache-Control',
        /[/\\]assets[/\\]/.test(path) ? `public, max-age=${String(YEAR_S)}, immutable` : 'no-cache',
      );
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const path = request.url.split('?')[0] ?? '/';
      const asset = ASSET.exec(path)?.[1];
      if (asset !== undefined && existsSync(join(root, asset))) return reply.sendFile(asset);
      if (NOT_A_PAGE.test(path)) throw new NotFoundException(`Cannot GET ${path}`);
      return reply.sendFile('index.html');
    });
}
