import type { WorkflowExecutionInfo } from '@temporalio/client';
import { CASE_MEMO, CATEGORY_MEMO, STUCK_MEMO, type StuckStep } from '../case-workflow.types';
import type { TemporalClient } from '../client/temporal-client';

/** An open workflow as the engine lists it. */
export interface OpenCase {
  readonly workflowId: string;
  readonly runId: string;
  readonly workflowType: string;
  readonly category: string;
  readonly caseId: string;
  readonly stuck?: StuckStep;
}

/** Every open workflow that follows a case (others have no case in their memo). The list may be some hundred milliseconds old. */
export async function openCases(temporal: TemporalClient): Promise<readonly OpenCase[]> {
  const open: OpenCase[] = [];
  for await (const info of temporal.client.workflow.list({ query: `ExecutionStatus = 'Running'`, pageSize: 500 })) {
    const found = openCase(info);
    if (found) open.push(found);
  }
  return open;
}

function openCase(info: WorkflowExecutionInfo): OpenCase | undefined {
  const memo = info.memo ?? {};
  const [category, caseId, stuck] = [memo[CATEGORY_MEMO], memo[CASE_MEMO], memo[STUCK_MEMO]];
  if (typeof category !== 'string' || typeof caseId !== 'string') return undefined;
  return {
    workflowId: info.workflowId,
    runId: info.runId,
    workflowType: info.type,
    category,
    caseId,
    ...(typeof stuck === 'object' && stuck !== null ? { stuck: stuck as StuckStep } : {}),
  };
}
