import type { Provider } from '@nestjs/common';
import { LoanApplicationActivities } from './activities/applications/loan-application.activities';
import { ApplicationDecisions } from './application/applications/application-decisions';
import { ApplicationPapers } from './application/applications/application-papers';
import { ApplicationSteps } from './application/applications/application-steps';
import { BorrowerBook } from './application/applications/borrower-book';
import { Measuring } from './application/applications/measuring';
import { ApplicationStepTaker } from './application/applications/step-taker';
import { SubmitApplicationHandler } from './application/applications/submit-application';
import { FundCalendar } from './application/fund/fund-calendar';
import { FundDesk } from './application/fund/fund-desk';
import { ApplicationCodeStore, ApplicationStore, FundStore } from './application/stores';
import type { ContextParts } from './context-parts';
import { ApplicationDecisionsController } from './http/applications/application-decisions.controller';
import { ApplicationStepsController } from './http/applications/application-steps.controller';
import { ApplicationsController } from './http/applications/applications.controller';
import { LendingDeskController } from './http/applications/lending-desk.controller';
import { FundsController } from './http/fund/funds.controller';
import { FundLiveTopics } from './http/live-topics';
import { LoanSchedulesController } from './http/loan-schedules.controller';
import { ApplicationList } from './read-models/applications/application-list';
import { FundList } from './read-models/funds/fund-list';

const STORES: readonly Provider[] = [FundStore, ApplicationStore];

/** Fund, policy and applications up to the signed contract. */
export const fundParts: ContextParts = {
  http: {
    controllers: [
      LoanSchedulesController,
      FundsController,
      ApplicationsController,
      ApplicationStepsController,
      ApplicationDecisionsController,
      LendingDeskController,
    ],
    providers: [
      ...STORES,
      ApplicationCodeStore,
      FundCalendar,
      FundDesk,
      FundList,
      BorrowerBook,
      Measuring,
      ApplicationPapers,
      ApplicationStepTaker,
      SubmitApplicationHandler,
      ApplicationSteps,
      ApplicationDecisions,
      ApplicationList,
      FundLiveTopics,
    ],
    exports: [FundStore, ApplicationStore],
  },
  worker: {
    controllers: [],
    providers: [...STORES, LoanApplicationActivities],
    exports: [FundStore, ApplicationStore, LoanApplicationActivities],
  },
};
