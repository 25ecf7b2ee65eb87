import type { CaseView, DossierLine, Moment } from '../../api/types';

/** With the officer, or how far the late case has risen. */
export type Level = 'officer' | 'deputy' | 'head' | 'province';

/** A row of the queue as staff see it. */
export interface WorkLine extends DossierLine {
  readonly revision: number;
  readonly step: { readonly vi: string; readonly en: string };
  readonly waitingFor?: string;
  readonly resultOwed: boolean;
  readonly receivingOfficeId: string;
  readonly decidingOfficeId: string;
  readonly withdrawalDueOn?: string;
  /** How far a late case has risen. */
  readonly level: Level;
  /** When somebody was last reminded of a limit that still runs. */
  readonly remindedAt?: string;
}

export interface WorkList {
  readonly items: readonly WorkLine[];
  readonly total: number;
  readonly next?: string;
  /** The moment that the list shows; absent for now. */
  readonly asOf?: Moment;
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
  readonly level: Level;
  readonly remindedAt?: string;
  /** Why the office was late, and by when it meant to answer; the latest last. */
  readonly delays: readonly {
    readonly what: string;
    readonly dueOn: string;
    readonly reason: string;
    readonly answerBy?: string;
    readonly by: string;
    readonly at: string;
  }[];
  /** The office is late and its next step needs a reason. */
  readonly delayReasonOwed: boolean;
  readonly handedOver?: { readonly at: string; readonly form: string; readonly to: string };
}
