import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';

const getParentRoute = () => root;

interface QueueSearch {
  readonly view: string;
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly officer?: string | undefined;
  readonly office?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly asOf?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Pages of clerks, officers, heads of office and the provincial supervisor. */
export const staffRoutes = [
  createRoute({
    getParentRoute,
    path: '/da-dang-nhap',
    component: lazyRouteComponent(() => import('../pages/signed-in-again'), 'SignedInAgainView'),
  }),
  createRoute({
    getParentRoute,
    path: '/work',
    component: lazyRouteComponent(() => import('../pages/work/desk'), 'DeskPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/work/queue',
    component: lazyRouteComponent(() => import('../pages/work/queue'), 'QueuePageView'),
    validateSearch: (search): QueueSearch => ({
      view: text(search['view']) ?? 'open',
      q: text(search['q']),
      status: text(search['status']),
      officer: text(search['officer']),
      office: text(search['office']),
      dueFrom: text(search['dueFrom']),
      dueTo: text(search['dueTo']),
      asOf: text(typeof search['asOf'] === 'number' ? String(search['asOf']) : search['asOf']),
      cursor: text(search['cursor']),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/work/results',
    component: lazyRouteComponent(() => import('../pages/work/results'), 'ResultsPageView'),
    validateSearch: (search): { readonly q?: string | undefined } => ({ q: text(search['q']) }),
  }),
  createRoute({
    getParentRoute,
    path: '/work/stuck',
    component: lazyRouteComponent(() => import('../pages/work/stuck'), 'StuckPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/work/substitutions',
    component: lazyRouteComponent(() => import('../pages/work/substitutions'), 'SubstitutionsPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/work/suspensions',
    component: lazyRouteComponent(() => import('../pages/work/suspensions'), 'SuspensionsPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/work/receive',
    component: lazyRouteComponent(() => import('../pages/work/receive'), 'ReceivePageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/province',
    component: lazyRouteComponent(() => import('../pages/work/province'), 'ProvincePageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$id',
    component: lazyRouteComponent(() => import('../pages/work/case'), 'WorkCasePageView'),
    validateSearch: (search): { readonly asOf?: string | undefined } => ({
      asOf: text(typeof search['asOf'] === 'number' ? String(search['asOf']) : search['asOf']),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$id/correction',
    component: lazyRouteComponent(() => import('../pages/work/notice'), 'NoticePageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/$id/decision',
    component: lazyRouteComponent(() => import('../pages/work/decision'), 'DecisionPageView'),
  }),
] as const;
