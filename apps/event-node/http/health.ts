/** Health of the node: alive means the process answers; degraded means commits are slow. */
import type { NodeContext } from '../context';
import { sendJson, type Route } from './routes';

/** `GET /health/live`: 200 while the node works, also when it is slow; the body says which. */
export function healthRoute(context: NodeContext): Route {
  return (_request, response) => {
    const { figures, depth } = context.store.writer;
    const slow = figures.averageCommitMs > context.config.slowCommitMs;
    sendJson(response, 200, {
      status: slow ? 'degraded' : 'ok',
      ...(slow ? { reason: `commits take ${figures.averageCommitMs.toFixed(0)} ms on average` } : {}),
      position: context.store.head,
      queued: depth,
    });
  };
}
