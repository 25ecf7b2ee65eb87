import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root, text } from './root';
import { FUND_VIEWS, type FundView } from '../pages/fund/staff/fund-views';

const getParentRoute = () => root;
const newApplication = createRoute({
  getParentRoute,
  path: '/vay-von/khai',
  component: lazyRouteComponent(() => import('../pages/fund/apply/frame'), 'NewApplicationFrame'),
});
const completion = createRoute({
  getParentRoute,
  path: '/vay-von/$id/bo-sung',
  component: lazyRouteComponent(() => import('../pages/fund/apply/frame'), 'CompletionFrame'),
});
const sectionPage = lazyRouteComponent(() => import('../pages/fund/apply/section-page'), 'LoanSectionPageView');

const loanPage = lazyRouteComponent(() => import('../pages/fund/loans/loan-page'), 'LoanPageView');
const dayAsked = (search: Record<string, unknown>): { readonly on?: string | undefined } => ({
  on: text(search['on']),
});

/** Pages of the Cooperative Development Support Fund: borrowers, staff of the fund, and the calculator for anyone. */
export const fundRoutes = [
  createRoute({
    getParentRoute,
    path: '/tinh-khoan-vay',
    component: lazyRouteComponent(() => import('../pages/fund/calculator'), 'CalculatorPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/vay-von',
    component: lazyRouteComponent(() => import('../pages/fund/borrower-home'), 'LoansPageView'),
  }),
  newApplication.addChildren([
    createRoute({ getParentRoute: () => newApplication, path: '/$section', component: sectionPage }),
  ]),
  createRoute({
    getParentRoute,
    path: '/vay-von/$id',
    component: lazyRouteComponent(() => import('../pages/fund/own-application'), 'OwnApplicationPageView'),
    validateSearch: (search): { readonly after?: string | undefined } => ({
      after: text(typeof search['after'] === 'number' ? String(search['after']) : search['after']),
    }),
  }),
  completion.addChildren([
    createRoute({ getParentRoute: () => completion, path: '/$section', component: sectionPage }),
  ]),
  createRoute({
    getParentRoute,
    path: '/fund/appraisals',
    component: lazyRouteComponent(() => import('../pages/fund/staff/queue'), 'FundQueuePageView'),
    validateSearch: (search): { readonly view?: FundView | undefined } => ({
      view: FUND_VIEWS.find((view) => view === search['view']),
    }),
  }),
  createRoute({
    getParentRoute,
    path: '/fund/council',
    component: lazyRouteComponent(() => import('../pages/fund/staff/queue'), 'CouncilPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/fund/applications/$id',
    component: lazyRouteComponent(() => import('../pages/fund/staff/application-page'), 'FundApplicationPageView'),
  }),
  createRoute({ getParentRoute, path: '/khoan-vay/$id', component: loanPage, validateSearch: dayAsked }),
  createRoute({ getParentRoute, path: '/fund/loans/$id', component: loanPage, validateSearch: dayAsked }),
  createRoute({
    getParentRoute,
    path: '/fund/portfolio',
    component: lazyRouteComponent(() => import('../pages/fund/loans/portfolio'), 'PortfolioPageView'),
    validateSearch: (search): { readonly on?: string | undefined; readonly fund?: string | undefined } => ({
      on: text(search['on']),
      fund: text(search['fund']),
    }),
  }),
] as const;
