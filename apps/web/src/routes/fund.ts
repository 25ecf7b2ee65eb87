import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root';

const getParentRoute = () => root;

/** Pages of the Cooperative Development Support Fund: borrowers, staff of the fund, and the calculator for anyone. */
export const fundRoutes = [
  createRoute({
    getParentRoute,
    path: '/tinh-khoan-vay',
    component: lazyRouteComponent(() => import('../pages/fund/calculator'), 'CalculatorPageView'),
  }),
] as const;
