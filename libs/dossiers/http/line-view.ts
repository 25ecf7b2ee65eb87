import type { DossierSummary } from '../read-models/summary/dossier-summary';
import type { Plain } from './plain';
import type { DossierLine } from './queue.dto';
import { STEP_WORDS } from './step-words';

export function lineOf(row: DossierSummary): Plain<DossierLine> {
  return {
    id: row.id,
    revision: row.revision,
    caseCode: row.case_code,
    procedure: 'P01',
    name: row.name,
    kind: row.kind,
    status: row.status,
    step: STEP_WORDS[row.status],
    round: row.round,
    receivingOfficeId: row.receiving_office_id,
    decidingOfficeId: row.deciding_office_id,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    dueToConfirm: row.due_to_confirm,
    late: row.late,
    level: row.level,
    ...(row.reminded_at === null ? {} : { remindedAt: row.reminded_at }),
    closed: row.closed,
    resultOwed: row.result_owed,
    ...(row.waiting_for === null ? {} : { waitingFor: row.waiting_for }),
    ...(row.officer_id === null ? {} : { officerId: row.officer_id }),
    ...(row.due_what === null ? {} : { dueWhat: row.due_what }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...(row.withdrawal_due_on === null ? {} : { withdrawalDueOn: row.withdrawal_due_on }),
  };
}
