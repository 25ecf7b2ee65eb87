import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';

const getParentRoute = () => root;
const casePage = lazyRouteComponent(() => import('../pages/case'), 'CasePageView');

/** Pages of the cooperative: one column, for people who file rarely and on a phone. */
export const applicantRoutes = [
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi',
    component: lazyRouteComponent(() => import('../pages/mine'), 'MinePageView'),
  }),
  createRoute({ getParentRoute, path: '/ho-so-cua-toi/$id', component: casePage }),
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi/$id/sua-doi',
    component: lazyRouteComponent(() => import('../pages/correction'), 'CorrectionPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/nop-ho-so',
    component: lazyRouteComponent(() => import('../pages/file'), 'FilePageView'),
  }),
] as const;
