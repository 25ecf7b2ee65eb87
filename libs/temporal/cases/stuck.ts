import type { EventStore } from '@hoptac/event-store';
import type { Instant } from '@hoptac/kernel';
import { temporal as proto } from '@temporalio/proto';
import { tsToDate } from '@temporalio/common/lib/time';
import type { TemporalClient } from '../client/temporal-client';
import type { AsideCase, FeederStore } from '../feeder/feeder-store';
import { eachOf } from './each-of';
import { openCases, type OpenCase } from './open-cases';
import type { CaseCategory } from './case-category';

/** A case that does not move, with why. */
export interface StuckCase {
  readonly workflowId: string;
  readonly caseId: string;
  /** `refused`: its command is refused; `trying`: an exchange fails again and again; `failing`: its code fails or no worker takes it. */
  readonly kind: 'refused' | 'trying' | 'failing';
  readonly what: string;
  readonly reason: string;
  readonly since: Instant;
}

export interface StuckReport {
  /** Open workflows looked at. */
  readonly open: number;
  readonly cases: readonly StuckCase[];
  /** Cases whose facts cannot be delivered. */
  readonly aside: readonly AsideCase[];
  readonly feeder: { readonly backlog: number; readonly oldest?: Instant; readonly checkpoint: string | null };
}

const AT_ONCE = 16;
const TRYING_FROM_ATTEMPT = 3;
/** A workflow task that failed so often fails for a reason of its own, not by a worker that went away. */
export const FAILING_FROM_ATTEMPT = 3;
const TASK_LATE_MS = 30_000;

/** Every case, exchange and delivery that does not move, since when, and why. */
export async function stuckCases(parts: {
  readonly temporal: TemporalClient;
  readonly eventStore: EventStore;
  readonly feederStore: FeederStore;
  readonly categories: readonly CaseCategory[];
}): Promise<StuckReport> {
  const [open, aside, feeder] = await Promise.all([
    openCases(parts.temporal),
    parts.feederStore.asideCases(),
    feederBacklog(parts.eventStore, parts.feederStore, parts.categories),
  ]);
  const cases: StuckCase[] = [];
  await eachOf(open, AT_ONCE, async (found) => {
    cases.push(...(found.stuck ? [refused(found)] : await troubles(parts.temporal, found)));
  });
  return { open: open.length, cases: cases.sort((a, b) => a.since.localeCompare(b.since)), aside, feeder };
}

const refused = ({ workflowId, caseId, stuck }: OpenCase): StuckCase => ({
  workflowId,
  caseId,
  kind: 'refused',
  what: stuck?.step ?? '',
  reason: stuck?.reason ?? '',
  since: (stuck?.since ?? '') as Instant,
});

async function troubles(
  temporal: TemporalClient,
  { workflowId, runId, caseId }: OpenCase,
): Promise<readonly StuckCase[]> {
  const { raw } = await temporal.limited(() => temporal.client.workflow.getHandle(workflowId, runId).describe());
  const trying = (raw.pendingActivities ?? [])
    .filter(({ attempt }) => (attempt ?? 1) >= TRYING_FROM_ATTEMPT)
    .map(({ activityType, attempt, lastFailure, scheduledTime }) => ({
      ...{ workflowId, caseId, kind: 'trying' as const },
      what: activityType?.name ?? '',
      reason: `try ${String(attempt)}: ${lastFailure?.message ?? 'no answer'}`,
      since: at(scheduledTime),
    }));
  const task = raw.pendingWorkflowTask;
  const late =
    task?.originalScheduledTime !== undefined &&
    task.originalScheduledTime !== null &&
    Date.now() - tsToDate(task.originalScheduledTime).getTime() > TASK_LATE_MS;
  if (!task || (!late && (task.attempt ?? 1) < FAILING_FROM_ATTEMPT)) return trying;
  const started = task.state === proto.api.enums.v1.PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_STARTED;
  const reason =
    (task.attempt ?? 1) > 1
      ? `its code failed ${String((task.attempt ?? 1) - 1)} times`
      : started
        ? 'its task does not end'
        : 'no worker takes its task';
  return [
    ...trying,
    { workflowId, caseId, kind: 'failing', what: 'workflow task', reason, since: at(task.originalScheduledTime) },
  ];
}

/** Facts that were recorded after the feeder's checkpoint and that a workflow waits for. */
async function feederBacklog(
  eventStore: EventStore,
  store: FeederStore,
  categories: readonly CaseCategory[],
): Promise<StuckReport['feeder']> {
  const checkpoint = await store.checkpoint();
  const waking = new Set(categories.flatMap(({ wakingTypes }) => wakingTypes));
  let backlog = 0;
  let oldest: Instant | undefined;
  // One that cannot be read waits like the others; the feeder says so itself.
  const unreadable = (): void => {
    backlog += 1;
  };
  for await (const { recordedAt } of eventStore.readAll({ eventTypes: [...waking] }, checkpoint, unreadable)) {
    backlog += 1;
    oldest ??= recordedAt;
  }
  return { backlog, checkpoint: checkpoint?.commit.toString() ?? null, ...(oldest === undefined ? {} : { oldest }) };
}

const at = (timestamp: Parameters<typeof tsToDate>[0] | null | undefined): Instant =>
  (timestamp ? tsToDate(timestamp) : new Date()).toISOString() as Instant;
