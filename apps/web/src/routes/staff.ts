import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const getParentRoute = () => root;

interface QueueSearch {
  readonly view: string;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Pages of clerks, officers, heads of office and the provincial supervisor. */
export const staffRoutes = [
  createRoute({
    getParentRoute,
    path: '/work/queue',
    component: lazyRouteComponent(() => import('../pages/queue'), 'QueuePageView'),
    validateSearch: (search): QueueSearch => ({
      view: text(search['view']) ?? 'open',
      q: text(search['q']),
      cursor: text(search['cursor']),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('../pages/case'), 'CasePageView'),
  }),
] as const;
