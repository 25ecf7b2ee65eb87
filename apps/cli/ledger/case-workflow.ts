import type { CaseWorkflow } from '@hoptac/audit';
import { isDomainError } from '@hoptac/kernel';
import { caseProgress } from '@hoptac/temporal';
import type { CaseCategory, TemporalClient } from '@hoptac/temporal';

/** What the engine says of one case, as the ledger asks it; undefined when it never had a workflow. */
export async function workflowOf(
  temporal: TemporalClient,
  category: CaseCategory,
  caseId: string,
): Promise<CaseWorkflow | undefined> {
  try {
    const { status, progress } = await caseProgress(temporal, [category], caseId);
    const { revision, stuck } = progress ?? {};
    return {
      running: status === 'RUNNING',
      ...(revision === undefined ? {} : { revision }),
      ...(stuck === undefined ? {} : { stuck: `${stuck.step}: ${stuck.reason}` }),
    };
  } catch (error) {
    if (isDomainError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}
