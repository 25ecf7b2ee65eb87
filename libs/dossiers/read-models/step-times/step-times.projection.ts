import type { Recorded } from '@hoptac/kernel';
import { applyRowFold, type Projection } from '@hoptac/projections';
import type { DossierEvent } from '../../domain';
import { DOSSIER_EVENT_TYPES, dossierIdOf } from '../summary/dossier-summary';

/** How long each step of one dossier took, in whole seconds; null while it has not come to that. */
export interface StepTimes {
  readonly id: string;
  readonly office_id: string;
  readonly received_s: number;
  readonly decided_s: number | null;
  /** From receipt until somebody took it. */
  readonly to_claim: number | null;
  /** From receipt, or the answered correction, until the proposal that was decided on. */
  readonly to_proposal: number | null;
  /** From the proposal until the decision. */
  readonly to_decision: number | null;
  /** From the decision until the certificate. */
  readonly to_certificate: number | null;
  /** That the applicant took for the correction. */
  readonly correcting: number | null;
  readonly late: boolean;
  /** Instants that the next step is measured from. */
  readonly with_office_s: number;
  readonly proposed_s: number | null;
  readonly notice_s: number | null;
}

export interface StepTimesTables {
  step_times: StepTimes;
}

/** `dossiers.step-times`: how long the steps of each dossier took. Needs all events of dossiers. */
export const stepTimesProjection: Projection<StepTimesTables> = {
  name: 'dossiers.step-times',
  version: 1,
  eventTypes: DOSSIER_EVENT_TYPES,
  categories: ['dossier'],
  createTables: (schema) => [
    `create table ${schema}.step_times (id text primary key, office_id text not null, received_s int8 not null, decided_s int8, to_claim int8, to_proposal int8,
      to_decision int8, to_certificate int8, correcting int8, late boolean not null, with_office_s int8 not null, proposed_s int8, notice_s int8)`,
    `create index step_times_of_office on ${schema}.step_times (office_id, decided_s)`,
  ],
  apply: (events, db) =>
    applyRowFold<StepTimes, StepTimesTables>(
      { table: 'step_times', key: 'id', keyOf: dossierIdOf, fold: foldStepTimes },
      events,
      db,
    ),
};

const MS = 1_000;

/** The times after the event; what comes before the filing leaves nothing to measure. */
function foldStepTimes(row: StepTimes | undefined, recorded: Recorded): StepTimes | undefined {
  const event = recorded.event as DossierEvent;
  const at = Math.floor(Date.parse(recorded.metadata.occurredAt) / MS);
  if (event.type === 'DossierFiled') {
    const nothing = { to_claim: null, to_proposal: null, to_decision: null, to_certificate: null, correcting: null };
    const received = Math.floor(Date.parse(event.data.receivedAt) / MS);
    return {
      id: event.data.dossierId,
      office_id: event.data.decidingOfficeId,
      received_s: received,
      decided_s: null,
      ...nothing,
      late: false,
      with_office_s: received,
      proposed_s: null,
      notice_s: null,
    };
  }
  if (row === undefined) return undefined;
  switch (event.type) {
    case 'DossierAssigned':
      return { ...row, to_claim: row.to_claim ?? at - row.received_s };
    case 'DossierCorrectionRequested':
      return { ...row, notice_s: at };
    case 'DossierResubmitted':
      return { ...row, with_office_s: at, correcting: row.notice_s === null ? null : at - row.notice_s };
    case 'DossierExamined':
      return { ...row, proposed_s: at, to_proposal: at - row.with_office_s };
    case 'DossierGranted':
    case 'DossierRefused':
      return { ...row, decided_s: at, to_decision: row.proposed_s === null ? null : at - row.proposed_s };
    case 'DossierCertificateIssued':
      return { ...row, to_certificate: row.decided_s === null ? null : at - row.decided_s };
    case 'DossierDeadlinePassed':
      return { ...row, late: true };
    default:
      return row;
  }
}
