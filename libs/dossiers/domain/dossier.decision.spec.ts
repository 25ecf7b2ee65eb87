import type { Instant } from '@hoptac/kernel';
import * as the from '../testing/founding';
import {
  history,
  by,
  claim,
  requestCorrection,
  grant,
  refuse,
  withdraw,
  acceptWithdrawal,
  deadline,
  certificate,
  type Order,
} from '../testing/orders';
import { type DossierEvent } from '.';

describe('decision (L23 Art. 42.4)', () => {
  it('grants what is checked, coded, named and proposed', () => {
    history(...the.readyToGrant())
      .when(by(the.HEAD, grant))
      .then(the.granted());
  });
  it('needs a proposal', () => {
    history(the.filed(), the.checked(), the.taxCodeReceived())
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.PROPOSAL_MISSING');
  });
  it('is not the examiner’s, in person, as a substitute or by a substitute', () => {
    const ready = history(...the.readyToGrant());
    ready.when(by(the.OFFICER, grant)).thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
    ready
      .when(by({ ...the.HEAD, onBehalfOf: the.OFFICER.personId }, grant))
      .thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
    ready
      .when(by({ ...the.OFFICER, onBehalfOf: the.HEAD.personId }, grant))
      .thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
    const substituted: DossierEvent = {
      type: 'DossierExamined',
      data: { round: 0, examinedBy: 'p-substitute', onBehalfOf: the.HEAD.personId, proposal: 'grant' },
    };
    history(the.filed(), the.checked(), the.taxCodeReceived(), substituted)
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
  });
  it('stays closed to whoever examined an earlier version', () => {
    const returned: DossierEvent = { type: 'DossierReturned', data: { returnedBy: the.HEAD.personId, reason: 'x' } };
    const second: DossierEvent = { type: 'DossierExamined', data: { round: 0, examinedBy: 'p-3', proposal: 'grant' } };
    history(...the.readyToGrant(), returned, second)
      .when(by(the.OFFICER, grant))
      .thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
  });
  it('grants nothing without tax code, checks of this version, or name', () => {
    history(the.filed(), the.checked(), the.examined())
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.TAX_CODE_MISSING');
    history(the.filed(), the.taxCodeReceived(), the.examined())
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.CHECKS_OPEN');
    history(the.filed(), the.checked(0, 'passed', false), the.taxCodeReceived(), the.examined())
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.NAME_NOT_RESERVED');
  });
  it('follows the proposal', () => {
    history(...the.readyToGrant())
      .when(by(the.HEAD, refuse))
      .thenRefused('DOSSIERS.PROPOSAL_DIFFERS');
    history(the.filed(), the.examined('refuse')).when(by(the.HEAD, grant)).thenRefused('DOSSIERS.PROPOSAL_DIFFERS');
  });
  it('refuses in writing, with ground and article', () => {
    history(the.filed(), the.examined('refuse'))
      .when(by(the.HEAD, refuse))
      .then({
        type: 'DossierRefused',
        data: {
          decidedBy: the.HEAD.personId,
          examinedBy: the.OFFICER.personId,
          decidedOn: '2026-11-23',
          ground: 'authorityBlock',
          reason: 'Tòa án yêu cầu',
          article: 'D295 Art. 32.3',
        },
      });
  });
  it('ends in one certificate', () => {
    history(...the.readyToGrant(), the.granted())
      .when(by(the.SYSTEM, certificate))
      .then(the.certificateIssued())
      .when(by(the.SYSTEM, certificate))
      .thenNothing();
    history(...the.readyToGrant())
      .when(by(the.SYSTEM, certificate))
      .thenRefused('DOSSIERS.NOT_GRANTED');
  });
});

describe('withdrawal (D295 Art. 19.7)', () => {
  it('is possible until the dossier is accepted', () => {
    history(the.filed(), the.examined()).when(by(the.APPLICANT, withdraw)).then(the.withdrawalRequested());
    history(...the.readyToGrant(), the.granted())
      .when(by(the.APPLICANT, withdraw))
      .thenRefused('DOSSIERS.ALREADY_ACCEPTED');
  });
  it('holds decisions and notices until it is answered', () => {
    const asked = history(...the.readyToGrant(), the.withdrawalRequested());
    asked.when(by(the.HEAD, grant)).thenRefused('DOSSIERS.WITHDRAWAL_PENDING');
    asked.when(by(the.APPLICANT, withdraw)).thenRefused('DOSSIERS.WITHDRAWAL_PENDING');
    history(the.filed(), the.withdrawalRequested())
      .when(by(the.OFFICER, requestCorrection))
      .thenRefused('DOSSIERS.WITHDRAWAL_PENDING');
  });
  it('accepted, closes the dossier', () => {
    history(the.filed(), the.withdrawalRequested())
      .when(by(the.HEAD, acceptWithdrawal))
      .then({ type: 'DossierWithdrawn', data: { decidedBy: the.HEAD.personId } })
      .when(by(the.OFFICER, claim))
      .thenRefused('DOSSIERS.CLOSED');
  });
  it('refused, lets the procedure go on', () => {
    const no: Order = { type: 'DecideWithdrawal', data: { outcome: 'refuse', reason: 'Không đúng người' } };
    history(...the.readyToGrant(), the.withdrawalRequested())
      .when(by(the.HEAD, no))
      .then({ type: 'DossierWithdrawalRefused', data: { decidedBy: the.HEAD.personId, reason: 'Không đúng người' } })
      .when(by(the.HEAD, grant))
      .then(the.granted());
  });
  it('is decided only when asked for', () => {
    history(the.filed()).when(by(the.HEAD, acceptWithdrawal)).thenRefused('DOSSIERS.WITHDRAWAL_NOT_REQUESTED');
  });
});

describe('the office’s limits', () => {
  const AT_24: Instant = '2026-11-26T17:00:00.000Z';
  it('pass at 24:00 of the due day, once', () => {
    history(the.filed())
      .when(by(the.SYSTEM, deadline, '2026-11-26T16:59:59.999Z'))
      .thenRefused('DOSSIERS.DEADLINE_NOT_PASSED');
    history(the.filed())
      .when(by(the.SYSTEM, deadline, AT_24))
      .then({ type: 'DossierDeadlinePassed', data: { what: 'decision', dueOn: '2026-11-26', dueAt: AT_24 } })
      .when(by(the.SYSTEM, deadline, AT_24))
      .thenNothing();
  });
  it('do not run while the applicant corrects, nor after the decision', () => {
    history(the.filed(), the.correctionRequested())
      .when(by(the.SYSTEM, deadline, AT_24))
      .thenRefused('DOSSIERS.DEADLINE_NOT_PASSED');
    history(...the.readyToGrant(), the.granted())
      .when(by(the.SYSTEM, deadline, AT_24))
      .thenRefused('DOSSIERS.DEADLINE_NOT_PASSED');
  });
  it('of a withdrawal pass on their own', () => {
    history(the.filed(), the.withdrawalRequested())
      .when(by(the.SYSTEM, deadline, the.WITHDRAWAL_DUE.dueAt))
      .then({
        type: 'DossierDeadlinePassed',
        data: { what: 'withdrawal', dueOn: '2026-11-24', dueAt: the.WITHDRAWAL_DUE.dueAt },
      });
  });
});

describe('what the system records', () => {
  it('keeps one finding per version', () => {
    const check: Order = { type: 'RecordChecks', data: { round: 0, results: [], nameReserved: true } };
    history(the.filed(), the.checked()).when(by(the.SYSTEM, check)).thenNothing();
    history(the.filed(), the.correctionRequested(), the.resubmitted())
      .when(by(the.SYSTEM, check))
      .thenRefused('DOSSIERS.ROUND_OVER');
  });
  it('keeps one tax code', () => {
    const same: Order = { type: 'RecordTaxCode', data: { taxCode: '1700123456' } };
    const other: Order = { type: 'RecordTaxCode', data: { taxCode: '1700999999' } };
    history(the.filed())
      .when(by(the.SYSTEM, same))
      .then(the.taxCodeReceived())
      .when(by(the.SYSTEM, same))
      .thenNothing();
    history(the.filed(), the.taxCodeReceived()).when(by(the.SYSTEM, other)).thenRefused('DOSSIERS.TAX_CODE_DIFFERS');
  });
  it('keeps one refusal of the tax authority per version', () => {
    const no: Order = { type: 'RecordTaxCodeRefusal', data: { round: 0, reason: 'Dữ liệu không khớp' } };
    history(the.filed())
      .when(by(the.SYSTEM, no))
      .then({ type: 'DossierTaxCodeRefused', data: { round: 0, reason: 'Dữ liệu không khớp' } })
      .when(by(the.SYSTEM, no))
      .thenNothing();
  });
});

describe('handing the result over (D295 Art. 19)', () => {
  const handOver: Order = { type: 'HandOverResult', data: { form: 'atDesk', to: 'applicant' } };
  const handedOver: DossierEvent = {
    type: 'DossierResultHandedOver',
    data: { handedOverBy: the.OFFICER.personId, form: 'atDesk', to: 'applicant' },
  };
  const registered: DossierEvent[] = [
    ...the.readyToGrant(),
    the.granted(),
    { type: 'DossierCertificateIssued', data: the.CERTIFICATE },
  ];
  it('follows the certificate, once', () => {
    history(...registered)
      .when(by(the.OFFICER, handOver))
      .then(handedOver);
    history(...registered, handedOver)
      .when(by(the.HEAD, handOver))
      .thenNothing();
  });
  it('needs a result', () => {
    history(the.filed()).when(by(the.OFFICER, handOver)).thenRefused('DOSSIERS.NO_RESULT_YET');
    history(...the.readyToGrant(), the.granted())
      .when(by(the.OFFICER, handOver))
      .thenRefused('DOSSIERS.NO_RESULT_YET');
  });
});
