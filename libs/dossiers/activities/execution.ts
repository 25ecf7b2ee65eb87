import type { ExecutionOptions } from '@hoptac/event-store';
import type { CaseCommand } from '@workflows/founding-registration/founding-registration.contract';

/** What the records say beside a command that the workflow drives. */
export const executionOf = (
  { caseId }: CaseCommand,
  rulebookVersion: string,
  legalBasis: readonly string[],
): ExecutionOptions => ({
  correlationId: caseId,
  rulebookVersion,
  legalBasis,
});
