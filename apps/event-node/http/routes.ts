/** HTTP/1.1 beside gRPC on the same port: health and metrics. Read only. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Answers one path. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** Finds the route whose path is the longest prefix ending at a slash or the path itself. */
export function router(routes: ReadonlyMap<string, Route>): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://node');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', 'only GET is answered here\n');
      return;
    }
    const exact = routes.get(url.pathname);
    const prefix = exact ?? routes.get(`/${url.pathname.split('/')[1] ?? ''}/`);
    if (!prefix) {
      send(response, 404, 'text/plain', 'not found\n');
      return;
    }
    void Promise.resolve()
      .then(() => prefix(request, response, url))
      .catch((error: unknown) => {
        if (!response.headersSent) send(response, 500, 'text/plain', `${(error as Error).message}\n`);
        else response.destroy();
      });
  };
}

/** Sends a whole answer. */
export function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}
