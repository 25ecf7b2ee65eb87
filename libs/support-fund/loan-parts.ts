import type { ContextParts } from './context-parts';

/** Loans, ledger, exposure and portfolio: everything after the signed contract. */
export const loanParts: ContextParts = {
  http: { controllers: [], providers: [], exports: [] },
  worker: { controllers: [], providers: [], exports: [] },
};
