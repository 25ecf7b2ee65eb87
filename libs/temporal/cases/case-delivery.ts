import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  CASE_MEMO,
  CASE_PAGE,
  CATEGORY_MEMO,
  FACTS_SIGNAL,
  SKEW_MEMO,
  type CaseFact,
  type CaseStart,
} from '../case-workflow.types';
import type { TemporalClient } from '../client/temporal-client';
import type { CaseCategory } from './case-category';

/** Facts to a case's workflow, which is started when it does not run. */
export interface CaseDelivery {
  /**
   * Delivers facts of one case in order. Twice is as good as once.
   * @returns `closed` when the workflow has come to its end and takes nothing any more.
   */
  deliver(category: CaseCategory, caseId: string, facts: readonly CaseFact[]): Promise<'delivered' | 'closed'>;
}

/** Delivery by `signalWithStart`. */
export class TemporalCaseDelivery implements CaseDelivery {
  constructor(
    private readonly temporal: Pick<TemporalClient, 'client' | 'limited'>,
    /** The stack's clock minus the system clock, milliseconds; 0 in production. */
    private readonly skewMs: () => number,
  ) {}

  async deliver(category: CaseCategory, caseId: string, facts: readonly CaseFact[]): Promise<'delivered' | 'closed'> {
    for (let from = 0; from < facts.length; from += CASE_PAGE) {
      if ((await this.signal(category, caseId, facts.slice(from, from + CASE_PAGE))) === 'closed') return 'closed';
    }
    return 'delivered';
  }

  private async signal(
    category: CaseCategory,
    caseId: string,
    facts: readonly CaseFact[],
  ): Promise<'delivered' | 'closed'> {
    const start: CaseStart = { caseId, skewMs: this.skewMs() };
    try {
      await this.temporal.limited(() =>
        this.temporal.client.workflow.signalWithStart(category.workflowType, {
          workflowId: category.workflowIdOf(caseId),
          taskQueue: category.taskQueue,
          args: [start],
          signal: FACTS_SIGNAL,
          signalArgs: [facts],
          memo: { [SKEW_MEMO]: start.skewMs, [CATEGORY_MEMO]: category.category, [CASE_MEMO]: caseId },
          // A case that came to its end stays ended unless its kind reopens; one that an operator terminated or that failed takes up from its facts.
          workflowIdReusePolicy: category.reopens === true ? 'ALLOW_DUPLICATE' : 'ALLOW_DUPLICATE_FAILED_ONLY',
        }),
      );
      return 'delivered';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'closed';
      throw error;
    }
  }
}
