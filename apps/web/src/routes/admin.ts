import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const MAIL_STATUSES = ['owed', 'sent', 'failed'] as const;
interface MailSearch {
  readonly status?: (typeof MAIL_STATUSES)[number] | undefined;
  readonly cursor?: string | undefined;
}

/** An optional day or other text of the address; a number that the router read is text again. */
const word = (value: unknown): string | undefined => text(typeof value === 'number' ? String(value) : value);

interface UsersSearch {
  readonly q?: string | undefined;
  readonly role?: string | undefined;
}
interface RulebookSearch {
  readonly on?: string | undefined;
  readonly part?: string | undefined;
  readonly procedure?: string | undefined;
  readonly q?: string | undefined;
}

/** Pages of the administrator. */
export const adminRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/admin/users',
    component: lazyRouteComponent(() => import('../pages/admin/users'), 'UsersPageView'),
    validateSearch: (search): UsersSearch => ({ q: word(search['q']), role: text(search['role']) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/users/$id',
    component: lazyRouteComponent(() => import('../pages/admin/user'), 'UserPageView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/areas',
    component: lazyRouteComponent(() => import('../pages/admin/areas'), 'AreasPageView'),
    validateSearch: (search): { readonly on?: string | undefined } => ({ on: text(search['on']) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/rulebook',
    component: lazyRouteComponent(() => import('../pages/admin/rulebook'), 'RulebookPageView'),
    validateSearch: (search): RulebookSearch => ({
      on: text(search['on']),
      part: text(search['part']),
      procedure: text(search['procedure']),
      q: word(search['q']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/imports',
    component: lazyRouteComponent(() => import('../pages/admin/imports'), 'ImportsPageView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/imports/$id',
    component: lazyRouteComponent(() => import('../pages/admin/import'), 'ImportPageView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/system',
    component: lazyRouteComponent(() => import('../pages/admin/system'), 'SystemPageView'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/calendar',
    component: lazyRouteComponent(() => import('../pages/calendar'), 'CalendarPageView'),
    validateSearch: (search): { readonly year?: string | undefined } => ({
      year: word(search['year']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admin/mail',
    component: lazyRouteComponent(() => import('../pages/mail'), 'MailPageView'),
    validateSearch: (search): MailSearch => ({
      status: MAIL_STATUSES.find((status) => status === search['status']),
      cursor: text(search['cursor']),
    }),
  }),
] as const;
