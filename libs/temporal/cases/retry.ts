import type { EventStore } from '@hoptac/event-store';
import { notAllowedNow, notFound } from '@hoptac/kernel';
import { WorkflowNotFoundError } from '@temporalio/client';
import { RETRY_SIGNAL } from '../case-workflow.types';
import { isNotFound } from '../client/outage';
import type { TemporalClient } from '../client/temporal-client';
import { caseIdOf, isOpen, type CaseCategory } from './case-category';
import type { CaseDelivery } from './case-delivery';
import { caseFact } from './case-fact';
import { FAILING_FROM_ATTEMPT } from './stuck';

export interface RetryParts {
  readonly temporal: Pick<TemporalClient, 'client' | 'limited'>;
  readonly eventStore: Pick<EventStore, 'readStream'>;
  readonly delivery: CaseDelivery;
}

/**
 * Has one case tried again at once, whatever holds it: a refused step, the pause between the tries of an exchange, a delivery kept apart, a workflow that was
 * terminated or failed, code that fails on its own history. The last fact is delivered, which starts the workflow where none runs and shows it what it has not seen; then it is told to try.
 * What is already a fact is not done again, so pressing twice is harmless.
 * @throws DomainError `TEMPORAL.CASE_UNKNOWN` (not-found) without a fact, `TEMPORAL.CASE_CLOSED` (not-allowed-now) when nothing is waited for any more;
 *   StoreUnavailable; UnreadableEvent when its stream is not whole; the engine's outages.
 */
export async function retryCase(parts: RetryParts, category: CaseCategory, caseId: string): Promise<void> {
  const { events } = await parts.eventStore.readStream(`${category.category}-${caseId}`);
  const last = events.at(-1);
  if (last === undefined) throw notFound('TEMPORAL.CASE_UNKNOWN', `No fact of ${caseId}`, { case: caseId });
  const types = events.map(({ event }) => event.type);
  const closed = () => notAllowedNow('TEMPORAL.CASE_CLOSED', `${caseId} waits for nothing`, { case: caseId });
  if (!isOpen(category, types)) throw closed();
  await endWhatCannotGoOn(parts.temporal, category.workflowIdOf(caseId));
  if ((await parts.delivery.deliver(category, caseId, [caseFact(last)])) === 'closed') throw closed();
  const handle = parts.temporal.client.workflow.getHandle(category.workflowIdOf(caseId));
  try {
    await parts.temporal.limited(() => handle.signal(RETRY_SIGNAL));
  } catch (error) {
    // What it was shown was all it waited for: it came to its end before it could be told.
    if (!(error instanceof WorkflowNotFoundError) && !isNotFound(error)) throw error;
  }
}

/**
 * Ends a workflow whose task fails again and again: a worker cut short at a bad moment can leave a history that no replay passes, and then it never gets on.
 * Nothing is lost with it, for the workflow that takes its place begins from the facts.
 */
async function endWhatCannotGoOn(temporal: RetryParts['temporal'], workflowId: string): Promise<void> {
  const handle = temporal.client.workflow.getHandle(workflowId);
  try {
    const { raw, runId } = await temporal.limited(() => handle.describe());
    if ((raw.pendingWorkflowTask?.attempt ?? 1) < FAILING_FROM_ATTEMPT) return;
    const thatRun = temporal.client.workflow.getHandle(workflowId, runId);
    await temporal.limited(() =>
      thatRun.terminate('its code fails on its own history; a new run begins from the facts'),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError) && !isNotFound(error)) throw error;
  }
}

/** The same of every workflow that follows the case, or of the one that follows a stream. @returns the workflows' ids. @throws as `retryCase`. */
export async function retryCases(
  parts: RetryParts,
  categories: readonly CaseCategory[],
  caseIdOrStream: string,
): Promise<readonly string[]> {
  const named = categories.filter((category) => caseIdOf(category, caseIdOrStream) !== undefined);
  const tried: string[] = [];
  let refusal: unknown;
  for (const category of named.length > 0 ? named : categories) {
    const caseId = caseIdOf(category, caseIdOrStream) ?? caseIdOrStream;
    try {
      await retryCase(parts, category, caseId);
      tried.push(category.workflowIdOf(caseId));
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (code !== 'TEMPORAL.CASE_UNKNOWN' && code !== 'TEMPORAL.CASE_CLOSED') throw error;
      // A closed case says more than one that another kind of workflow never followed.
      if (refusal === undefined || code === 'TEMPORAL.CASE_CLOSED') refusal = error;
    }
  }
  if (tried.length === 0) throw refusal;
  return tried;
}
