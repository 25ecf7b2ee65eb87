import type { Actor, Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import * as the from './founding';
import { dossierDecider, type DossierCommand, type DossierEvent } from '../domain';

/* Orders to a founding dossier as people and the system give them in specs. */

export const history = (...events: DossierEvent[]) => given(dossierDecider, ...events);
export type Order = {
  [T in DossierCommand['type']]: Pick<Extract<DossierCommand, { type: T }>, 'type' | 'data'>;
}[DossierCommand['type']];
export const by = (actor: Actor, order: Order, now?: Instant): DossierCommand => ({
  ...order,
  metadata: the.metadata(actor, now),
});

export const claim: Order = { type: 'ClaimDossier', data: {} };
export const requestCorrection: Order = {
  type: 'RequestCorrection',
  data: { defects: the.DEFECTS, due: the.CORRECTION_DUE },
};
export const resubmit: Order = {
  type: 'ResubmitDossier',
  data: {
    application: the.application(),
    documents: [the.document('charter')],
    due: the.due('2026-12-04', '2026-12-04T17:00:00.000Z'),
  },
};
export const lapse: Order = { type: 'LapseDossier', data: {} };
export const confirmChecks: Order = {
  type: 'ConfirmChecks',
  data: {
    round: 0,
    checks: [
      { check: 'minimumMembers', outcome: 'passed' },
      { check: 'document:charter', outcome: 'passed' },
    ],
  },
};
export const proposeGrant: Order = { type: 'ExamineDossier', data: { proposal: 'grant' } };
export const proposeRefusal: Order = {
  type: 'ExamineDossier',
  data: { proposal: 'refuse', ground: 'conditionsNotMet', reason: 'Ngành nghề bị cấm' },
};
export const sendBack: Order = { type: 'ReturnDossier', data: { reason: 'Xem lại vốn' } };
export const grant: Order = { type: 'GrantDossier', data: {} };
export const refuse: Order = { type: 'RefuseDossier', data: { ground: 'authorityBlock', reason: 'Tòa án yêu cầu' } };
export const withdraw: Order = { type: 'RequestWithdrawal', data: { reason: 'Đổi kế hoạch', due: the.WITHDRAWAL_DUE } };
export const acceptWithdrawal: Order = { type: 'DecideWithdrawal', data: { outcome: 'accept' } };
export const deadline: Order = { type: 'MarkDeadlinePassed', data: {} };
export const certificate: Order = { type: 'RecordCertificate', data: the.CERTIFICATE };

export const LAST_MOMENT: Instant = '2027-01-25T16:59:59.999Z';
export const AFTER_60_DAYS: Instant = '2027-01-25T17:00:00.000Z';
