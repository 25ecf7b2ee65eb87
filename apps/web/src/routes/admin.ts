import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const MAIL_STATUSES = ['owed', 'sent', 'failed'] as const;
interface MailSearch {
  readonly status?: (typeof MAIL_STATUSES)[number] | undefined;
  readonly cursor?: string | undefined;
}

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
