import type { CaseView, DossierLine } from '../../api/types';

/** A row of the queue as staff see it. */
export interface WorkLine extends DossierLine {
  readonly revision: number;
  readonly step: { readonly vi: string; readonly en: string };
  readonly waitingFor?: string;
  readonly resultOwed: boolean;
  readonly receivingOfficeId: string;
  readonly decidingOfficeId: string;
  readonly withdrawalDueOn?: string;
}

export interface WorkList {
  readonly items: readonly WorkLine[];
  readonly total: number;
  readonly next?: string;
}

export interface Counts {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly decide: number;
  readonly late: number;
  readonly dueToday: number;
  readonly correction: number;
  readonly results: number;
}

export interface Judgement {
  readonly check: string;
  readonly outcome: 'passed' | 'failed';
  readonly note?: string;
  readonly by: string;
  readonly at: string;
}

/** A case as those who work on it see it. */
export interface WorkCase extends Omit<CaseView, 'proposal'> {
  readonly proposal?: NonNullable<CaseView['proposal']> & { readonly ground?: string };
  readonly round: number;
  readonly openChecks: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly checkedAt?: string;
  readonly receivingOfficeId: string;
  readonly previousApplication?: CaseView['application'];
  readonly handedOver?: { readonly at: string; readonly form: string; readonly to: string };
}
