import { notFound, type Instant } from '@hoptac/kernel';
import { WorkflowNotFoundError } from '@temporalio/client';
import { PROGRESS_QUERY, type CaseProgress } from '../case-workflow.types';
import { isNotFound } from '../client/outage';
import type { TemporalClient } from '../client/temporal-client';
import type { CaseCategory } from './case-category';
import { caseIdOf } from './case-category';

/** What the engine says of one case. */
export interface CaseReport {
  readonly workflowId: string;
  readonly status: string;
  readonly startedAt: Instant;
  /** Absent when the workflow does not answer (its worker is away, or its code fails). */
  readonly progress?: CaseProgress;
  /** Activities that are tried again and again. */
  readonly trying: readonly { readonly activity: string; readonly attempt: number; readonly reason: string }[];
}

const TRYING_FROM_ATTEMPT = 2;

/** One case's workflow: status, what it waits for, what it tries. @throws DomainError `TEMPORAL.CASE_UNKNOWN` (not-found) when it never had a workflow. */
export async function caseProgress(
  temporal: TemporalClient,
  categories: readonly CaseCategory[],
  caseIdOrStream: string,
): Promise<CaseReport> {
  for (const category of categories) {
    const workflowId = category.workflowIdOf(caseIdOf(category, caseIdOrStream) ?? caseIdOrStream);
    const handle = temporal.client.workflow.getHandle(workflowId);
    try {
      const described = await temporal.limited(() => handle.describe());
      const trying = (described.raw.pendingActivities ?? [])
        .filter(({ attempt }) => (attempt ?? 1) >= TRYING_FROM_ATTEMPT)
        .map(({ activityType, attempt, lastFailure }) => ({
          activity: activityType?.name ?? '',
          attempt: attempt ?? 0,
          reason: lastFailure?.message ?? '',
        }));
      const progress = await temporal
        .limited(() => handle.query<CaseProgress>(PROGRESS_QUERY), 3_000)
        .catch(() => undefined);
      return {
        workflowId,
        status: described.status.name,
        startedAt: described.startTime.toISOString() as Instant,
        trying,
        ...(progress === undefined ? {} : { progress }),
      };
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError) && !isNotFound(error)) throw error;
    }
  }
  throw notFound('TEMPORAL.CASE_UNKNOWN', `No workflow follows ${caseIdOrStream}`, { case: caseIdOrStream });
}
