import type { Client } from '@temporalio/client';
import { msNumberToTs, tsToMs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import { SKEW_MEMO } from '../case-workflow.types';
import { isNotFound } from '../client/outage';

type WorkflowService = Client['workflowService'];
type Execution = { readonly workflowId: string; readonly runId?: string };

/** Below this a workflow counts as being there: server and client read the same machine's clock at different moments. */
const TOLERANCE_MS = 1_000;
/** Skips of one session before the engine stops by itself; a step that keeps failing uses one for each try. */
const SKIPS_PER_SESSION = 1_000;
const SESSIONS = 5;
const PollingResult = temporal.api.enums.v1.FastForwardPollingResult;

export type Forwarded = 'there' | 'forwarded' | 'ended' | 'unfinished';

/**
 * Moves single workflows forward in time by the engine's own time skipping: timers fire at their virtual instant, `Date.now()` inside is virtual from then on.
 * A workflow's own time is `virtual time + skew given at its start`, so later advances move the virtual part alone.
 */
export class FastForward {
  constructor(
    private readonly service: WorkflowService,
    private readonly namespace: string,
  ) {}

  /**
   * Brings a workflow to the stack's time: system time + `offsetMs`.
   * @returns `there` when it already was, `unfinished` when it did not come through within the limit (it goes on by itself once its worker does).
   */
  async to(execution: Execution, offsetMs: number, limitMs: number): Promise<Forwarded> {
    const end = Date.now() + limitMs;
    let forwarded: Forwarded = 'there';
    for (let session = 0; session < SESSIONS; session += 1) {
      const behind = await this.behind(execution, offsetMs);
      if (behind === 'ended') return forwarded === 'there' ? 'ended' : forwarded;
      if (behind < TOLERANCE_MS) return forwarded;
      const outcome = await this.session(execution, behind, end);
      if (outcome !== 'stopped') return outcome;
      forwarded = 'forwarded';
    }
    return 'unfinished';
  }

  /** Milliseconds by which the workflow's own time lies behind the stack's. */
  async behind(execution: Execution, offsetMs: number): Promise<number | 'ended'> {
    const described = await this.service.describeWorkflowExecution({ namespace: this.namespace, execution });
    const info = described.workflowExecutionInfo;
    if (info?.status !== temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING)
      return 'ended';
    const virtual = described.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
    const skewed = (virtual ? tsToMs(virtual) : Date.now()) + skewOf(info.memo?.fields?.[SKEW_MEMO]);
    return Date.now() + offsetMs - skewed;
  }

  private async session(
    execution: Execution,
    ms: number,
    end: number,
  ): Promise<'forwarded' | 'ended' | 'unfinished' | 'stopped'> {
    const id = randomUUID();
    const timeSkippingConfig = {
      enabled: true,
      fastForwardConfig: { id, duration: msNumberToTs(ms) },
      maxSessionSkipCount: SKIPS_PER_SESSION,
    };
    try {
      await this.service.updateWorkflowExecutionOptions({
        namespace: this.namespace,
        workflowExecution: execution,
        workflowExecutionOptions: { timeSkippingConfig },
        updateMask: { paths: ['time_skipping_config'] },
      });
    } catch (error) {
      if (isNotFound(error)) return 'ended';
      throw error;
    }
    while (Date.now() < end) {
      const answer = await this.poll(execution, id, end);
      if (answer?.fastForwardPollingResult === PollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED)
        return 'forwarded';
      if (answer?.fastForwardPollingResult === PollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_FAILED) {
        return /ended/.test(answer.failedReason) ? 'ended' : 'stopped';
      }
    }
    return 'unfinished';
  }

  /** One long poll; undefined when its time ran out without news. */
  private async poll(execution: Execution, id: string, end: number) {
    const call = this.service.pollWorkflowExecutionTimeSkipping({
      namespace: this.namespace,
      workflowExecution: execution,
      fastForwardId: id,
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(
        () => {
          resolve(undefined);
        },
        Math.max(0, end - Date.now()),
      );
    });
    try {
      return await Promise.race([call, late]);
    } finally {
      clearTimeout(timer);
      call.catch(() => undefined);
    }
  }
}

function skewOf(payload: { readonly data?: Uint8Array | null } | undefined): number {
  if (!payload?.data) return 0;
  const skew: unknown = JSON.parse(Buffer.from(payload.data).toString('utf8'));
  return typeof skew === 'number' ? skew : 0;
}
