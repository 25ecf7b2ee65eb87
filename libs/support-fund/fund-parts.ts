import type { ContextParts } from './context-parts';
import { LoanSchedulesController } from './http/loan-schedules.controller';

/** Fund, policy and applications up to the signed contract. */
export const fundParts: ContextParts = {
  http: { controllers: [LoanSchedulesController], providers: [], exports: [] },
  worker: { controllers: [], providers: [], exports: [] },
};
