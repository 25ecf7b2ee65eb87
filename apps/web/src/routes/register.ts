import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const getParentRoute = () => root;

interface RegisterSearch {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly cursor?: string | undefined;
}

/** The register and its history: officers look up, inspectors replay. */
export const registerRoutes = [
  createRoute({
    getParentRoute,
    path: '/register',
    component: lazyRouteComponent(() => import('../pages/register'), 'RegisterPageView'),
    validateSearch: (search): RegisterSearch => ({
      q: text(search['q']),
      kind: text(search['kind']),
      cursor: text(search['cursor']),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/register/$id',
    component: lazyRouteComponent(() => import('../pages/organisation'), 'OrganisationPageView'),
  }),
] as const;
