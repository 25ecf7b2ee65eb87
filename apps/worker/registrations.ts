import { CorrespondenceActivities } from '@hoptac/correspondence';
import {
  DeadlineSuspensionActivities,
  DraftKeepingActivities,
  FoundingRegistrationActivities,
  TaxCodeActivities,
} from '@hoptac/dossiers';
import { LoanApplicationActivities, LoanKeepingActivities } from '@hoptac/support-fund';
import { CASE_READING, CaseReadingActivities, activitiesOf, type WorkflowWorkerOptions } from '@hoptac/temporal';
import type { ModuleRef } from '@nestjs/core';
import { SUSPENSION_COMMANDS, SUSPENSION_EXCHANGES } from '@workflows/deadline-suspension/deadline-suspension.contract';
import { DRAFT_COMMANDS } from '@workflows/draft-keeping/draft-keeping.contract';
import {
  CORRESPONDENCE_COMMANDS,
  CORRESPONDENCE_EXCHANGES,
  CORRESPONDENCE_QUEUE,
} from '@workflows/correspondence/correspondence.contract';
import {
  FOUNDING_COMMANDS,
  FOUNDING_EXCHANGES,
  REGISTRATION_QUEUE,
} from '@workflows/founding-registration/founding-registration.contract';
import { LOAN_APPLICATION_COMMANDS, SUPPORT_FUND_QUEUE } from '@workflows/loan-application/loan-application.contract';
import { LOAN_COMMANDS } from '@workflows/loan/loan.contract';

type Activities = WorkflowWorkerOptions['activities'];

/** One task queue and the activities its workflows call, taken from the container as singletons. */
export interface Registration {
  readonly taskQueue: string;
  /** Ordinary activities of the queue at the same time; the engine's own measure when absent. */
  readonly atOnce?: number;
  activities(container: Pick<ModuleRef, 'get'>): Activities;
}

/** Every task queue of the house. */
export const REGISTRATIONS: readonly Registration[] = [
  {
    taskQueue: REGISTRATION_QUEUE,
    activities: (container) => ({
      ...activitiesOf(container.get(CaseReadingActivities, { strict: false }), CASE_READING),
      ...activitiesOf(container.get(FoundingRegistrationActivities, { strict: false }), FOUNDING_COMMANDS),
      ...activitiesOf(container.get(DraftKeepingActivities, { strict: false }), DRAFT_COMMANDS),
      ...activitiesOf(container.get(DeadlineSuspensionActivities, { strict: false }), SUSPENSION_COMMANDS),
      ...activitiesOf(container.get(DeadlineSuspensionActivities, { strict: false }), SUSPENSION_EXCHANGES),
      ...activitiesOf(container.get(TaxCodeActivities, { strict: false }), FOUNDING_EXCHANGES),
    }),
  },
  {
    taskQueue: CORRESPONDENCE_QUEUE,
    // Few at a time: printing takes the processor from the procedures beside it, and a slow mail server must leave room for a paper.
    atOnce: 4,
    activities: (container) => ({
      ...activitiesOf(container.get(CaseReadingActivities, { strict: false }), CASE_READING),
      ...activitiesOf(container.get(CorrespondenceActivities, { strict: false }), CORRESPONDENCE_COMMANDS),
      ...activitiesOf(container.get(CorrespondenceActivities, { strict: false }), CORRESPONDENCE_EXCHANGES),
    }),
  },
  {
    taskQueue: SUPPORT_FUND_QUEUE,
    activities: (container) => ({
      ...activitiesOf(container.get(CaseReadingActivities, { strict: false }), CASE_READING),
      ...activitiesOf(container.get(LoanApplicationActivities, { strict: false }), LOAN_APPLICATION_COMMANDS),
      ...activitiesOf(container.get(LoanKeepingActivities, { strict: false }), LOAN_COMMANDS),
    }),
  },
];
