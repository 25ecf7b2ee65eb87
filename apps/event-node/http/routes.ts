/** HTTP/1.1 beside gRPC on the same port: health, metrics, the page. Read only. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** Answers one path. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;

/** What may be seen without saying who one is. */
const OPEN_PATHS = new Set(['/health/live', '/ping']);

/**
 * Answers GET requests by path.
 * @param admitted whether the caller behind an `Authorization` header may look
 */
export function router(
  routes: ReadonlyMap<string, Route>,
  admitted: (header: string | undefined) => boolean,
): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://node');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, 405, 'text/plain', 'only GET is answered here\n');
      return;
    }
    if (!OPEN_PATHS.has(url.pathname) && !admitted(request.headers.authorization)) {
      response.setHeader('www-authenticate', 'Basic realm="event node"');
      send(response, 401, 'text/plain', 'user and password are needed here\n');
      return;
    }
    const route = routes.get(url.pathname);
    if (!route) {
      send(response, 404, 'text/plain', 'not found\n');
      return;
    }
    void Promise.resolve()
      .then(() => route(request, response, url))
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
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  });
  response.end(body);
}

/** Sends JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, 'application/json', `${JSON.stringify(body)}\n`);
}
