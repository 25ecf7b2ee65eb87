import './styles.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, createRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client';
import { adminRoutes } from './routes/admin';
import { applicantRoutes } from './routes/applicant';
import { fundRoutes } from './routes/fund';
import { registerRoutes } from './routes/register';
import { root } from './routes/root';
import { staffRoutes } from './routes/staff';
import { language } from './shared/language';

document.documentElement.lang = language;

const router = createRouter({
  routeTree: root.addChildren([...applicantRoutes, ...staffRoutes, ...registerRoutes, ...fundRoutes, ...adminRoutes]),
});

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
