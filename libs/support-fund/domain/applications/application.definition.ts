import type { AggregateDefinition } from '@hoptac/kernel';
import type { ApplicationCommand } from './application.commands';
import { applicationDecider } from './application.decider';
import type { LoanApplicationEvent } from './application.events';
import type { ApplicationState } from './application.state';

/** Streams `loanApplication-<applicationId>`. */
export const applicationDefinition: AggregateDefinition<ApplicationState, ApplicationCommand, LoanApplicationEvent> = {
  category: 'loanApplication',
  decider: applicationDecider,
  versions: {
    LoanApplicationSubmitted: 1,
    LoanApplicationReturned: 1,
    LoanApplicationCompleted: 1,
    LoanApplicationAccepted: 1,
    LoanApplicationAssigned: 1,
    LoanBondDeclared: 1,
    LoanApplicationAppraised: 1,
    LoanApplicationSentBack: 1,
    LoanVoteCast: 1,
    LoanApplicationApproved: 1,
    LoanApplicationRejected: 1,
    LoanApplicationWithdrawn: 1,
    LoanApplicationLapsed: 1,
    LoanContractSigned: 1,
    LoanSecurityPerfected: 1,
    LoanSecurityWaived: 1,
    LoanApplicationDeadlinePassed: 1,
    LoanApplicationReminded: 1,
  },
  upcasters: [],
};
