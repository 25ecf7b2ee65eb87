import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';

/** Pages of the administrator. */
export const adminRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/system',
    component: lazyRouteComponent(() => import('../pages/system'), 'SystemPageView'),
  }),
] as const;
