import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

/** Pages of the administrator. */
export const adminRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/system',
    component: lazyRouteComponent(() => import('../pages/system'), 'SystemPageView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/calendar',
    component: lazyRouteComponent(() => import('../pages/calendar'), 'CalendarPageView'),
    validateSearch: (search): { readonly year?: string | undefined } => ({
      year: text(typeof search['year'] === 'number' ? String(search['year']) : search['year']),
    }),
  }),
] as const;
