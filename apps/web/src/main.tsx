import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client';
import { CasePageView } from './pages/case';
import { CorrectionPageView } from './pages/correction';
import { FilePageView } from './pages/file';
import { MinePageView } from './pages/mine';
import { OrganisationPageView } from './pages/organisation';
import { QueuePageView } from './pages/queue';
import { RegisterPageView } from './pages/register';
import { SystemPageView } from './pages/system';
import { Shell } from './shared/shell';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

interface QueueSearch {
  readonly view: string;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
}
interface RegisterSearch {
  readonly q?: string | undefined;
  readonly kind?: string | undefined;
  readonly cursor?: string | undefined;
}

const root = createRootRoute({ component: Shell, notFoundComponent: () => <h1>Không tìm thấy trang</h1> });
const queue = createRoute({
  getParentRoute: () => root,
  path: '/work/queue',
  component: QueuePageView,
  validateSearch: (search): QueueSearch => ({
    view: text(search['view']) ?? 'open',
    q: text(search['q']),
    cursor: text(search['cursor']),
  }),
});
const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: RegisterPageView,
  validateSearch: (search): RegisterSearch => ({
    q: text(search['q']),
    kind: text(search['kind']),
    cursor: text(search['cursor']),
  }),
});
const plain = [
  createRoute({ getParentRoute: () => root, path: '/cases/$id', component: CasePageView }),
  createRoute({ getParentRoute: () => root, path: '/register/$id', component: OrganisationPageView }),
  createRoute({ getParentRoute: () => root, path: '/ho-so-cua-toi', component: MinePageView }),
  createRoute({ getParentRoute: () => root, path: '/ho-so-cua-toi/$id', component: CasePageView }),
  createRoute({ getParentRoute: () => root, path: '/ho-so-cua-toi/$id/sua-doi', component: CorrectionPageView }),
  createRoute({ getParentRoute: () => root, path: '/nop-ho-so', component: FilePageView }),
  createRoute({ getParentRoute: () => root, path: '/admin/system', component: SystemPageView }),
] as const;

const router = createRouter({ routeTree: root.addChildren([queue, register, ...plain]) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A refusal is an answer: only lost connections and outages are tried again. */
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < 3,
      staleTime: 1_000,
    },
  },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
