import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { root, text } from './root';

const getParentRoute = () => root;
const inDraft = () => draft;

/** The draft is loaded once and stays saved while any of its pages is open. */
const draft = createRoute({
  getParentRoute,
  path: '/ho-so-cua-toi/$id/khai',
  component: lazyRouteComponent(() => import('../pages/applicant/draft/use-draft'), 'DraftFrame'),
});

interface MineSearch {
  readonly after?: string | undefined;
}

/** Pages of the cooperative: one column, for people who file rarely and on a phone. */
export const applicantRoutes = [
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi',
    component: lazyRouteComponent(() => import('../pages/applicant/mine'), 'MinePageView'),
    validateSearch: (search): MineSearch => ({ after: text(search['after']) }),
  }),
  draft.addChildren([
    createRoute({
      getParentRoute: inDraft,
      path: '/',
      component: lazyRouteComponent(() => import('../pages/applicant/draft/task-list'), 'TaskListView'),
    }),
    createRoute({
      getParentRoute: inDraft,
      path: '/kiem-tra',
      component: lazyRouteComponent(() => import('../pages/applicant/draft/check-page'), 'CheckPageView'),
    }),
    createRoute({
      getParentRoute: inDraft,
      path: '/da-nop',
      component: lazyRouteComponent(() => import('../pages/applicant/draft/done-page'), 'DonePageView'),
    }),
    createRoute({
      getParentRoute: inDraft,
      path: '/thanh-vien/$member',
      component: lazyRouteComponent(() => import('../pages/applicant/draft/member-page'), 'MemberPageView'),
    }),
    createRoute({
      getParentRoute: inDraft,
      path: '/$section',
      component: lazyRouteComponent(() => import('../pages/applicant/draft/section-page'), 'SectionPageView'),
    }),
  ]),
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi/$id',
    component: lazyRouteComponent(() => import('../pages/applicant/dossier'), 'OwnDossierPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi/$id/sua-doi',
    component: lazyRouteComponent(() => import('../pages/applicant/correction'), 'CorrectionPageView'),
  }),
  createRoute({
    getParentRoute,
    path: '/ho-so-cua-toi/$id/dung-thu-tuc',
    component: lazyRouteComponent(() => import('../pages/applicant/withdrawal'), 'WithdrawalPageView'),
  }),
  // The page of the first release: printed addresses still lead somewhere.
  createRoute({
    getParentRoute,
    path: '/nop-ho-so',
    beforeLoad: () => {
      throw redirect({ to: '/ho-so-cua-toi', search: {} });
    },
  }),
] as const;
