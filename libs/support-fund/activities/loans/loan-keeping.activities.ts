import { systemActor } from '@hoptac/kernel';
import type { CaseCommand, CommandAnswer } from '@hoptac/temporal/workflow';
import { Injectable } from '@nestjs/common';
import type { LoanCommands } from '@workflows/loan/loan.contract';
import { LoanStore } from '../../application/loans/loan-stores';

const ACTOR = systemActor('loan-keeping');

/** What the house does with loans by itself; each is one command under an id of the workflow's making. */
@Injectable()
export class LoanKeepingActivities implements LoanCommands {
  constructor(private readonly loans: LoanStore) {}

  /** What the day asks is the loan's own rule. */
  async tendLoan({ caseId, now, commandId }: CaseCommand): Promise<CommandAnswer> {
    const { revision } = await this.loans.execute(
      caseId,
      { type: 'TendLoan', data: {}, metadata: { now, commandId, actor: ACTOR } },
      { correlationId: caseId, legalBasis: ['D45 Art. 28'] },
    );
    return { revision };
  }
}
