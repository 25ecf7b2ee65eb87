import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const getParentRoute = () => root;

/** Filters of the register's address. */
const REGISTER_FILTERS = [
  'q',
  'kind',
  'legalStatus',
  'area',
  'sector',
  'line',
  'capitalFrom',
  'capitalTo',
  'registeredFrom',
  'registeredTo',
  'asOf',
  'cursor',
] as const;
const TIMELINE_FILTERS = ['asOf', 'type', 'by', 'article', 'from', 'to', 'before'] as const;

/** What an address may carry, as text; a position that the router took for a number is text again. */
const only =
  <Field extends string>(fields: readonly Field[]) =>
  (search: Record<string, unknown>): { readonly [F in Field]?: string | undefined } =>
    Object.fromEntries(
      fields.map((field) => {
        const value = search[field];
        return [field, text(typeof value === 'number' ? String(value) : value)];
      }),
    ) as { readonly [F in Field]?: string | undefined };

const timeline = lazyRouteComponent(() => import('../pages/audit/timeline'), 'TimelinePageView');
const validateSearch = only(TIMELINE_FILTERS);

/** The register and its history: officers look up, inspectors replay. */
export const registerRoutes = [
  createRoute({
    getParentRoute,
    path: '/register',
    component: lazyRouteComponent(() => import('../pages/register'), 'RegisterPageView'),
    validateSearch: only(REGISTER_FILTERS),
  }),
  createRoute({
    getParentRoute,
    path: '/register/$id',
    component: lazyRouteComponent(() => import('../pages/organisation'), 'OrganisationPageView'),
    validateSearch: only(['asOf']),
  }),
  createRoute({ getParentRoute, path: '/audit/organisations/$id', component: timeline, validateSearch }),
  createRoute({ getParentRoute, path: '/audit/cases/$id', component: timeline, validateSearch }),
  createRoute({ getParentRoute, path: '/audit/people/$id', component: timeline, validateSearch }),
] as const;
