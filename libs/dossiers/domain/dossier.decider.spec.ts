import type { Actor, Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import * as the from '../testing/founding';
import { dossierDecider, type DossierCommand, type DossierEvent } from '.';

const history = (...events: DossierEvent[]) => given(dossierDecider, ...events);
type Order = {
  [T in DossierCommand['type']]: Pick<Extract<DossierCommand, { type: T }>, 'type' | 'data'>;
}[DossierCommand['type']];
const by = (actor: Actor, order: Order, now?: Instant): DossierCommand =>
  ({ ...order, metadata: the.metadata(actor, now) }) as DossierCommand;

const claim: Order = { type: 'ClaimDossier', data: {} };
const requestCorrection: Order = { type: 'RequestCorrection', data: { defects: the.DEFECTS, due: the.CORRECTION_DUE } };
const resubmit: Order = {
  type: 'ResubmitDossier',
  data: {
    application: the.application(),
    documents: [the.document('charter')],
    due: the.due('2026-12-04', '2026-12-04T17:00:00.000Z'),
  },
};
const lapse: Order = { type: 'LapseDossier', data: {} };
const proposeGrant: Order = { type: 'ExamineDossier', data: { proposal: 'grant' } };
const proposeRefusal: Order = {
  type: 'ExamineDossier',
  data: { proposal: 'refuse', ground: 'conditionsNotMet', reason: 'Ngành nghề bị cấm' },
};
const sendBack: Order = { type: 'ReturnDossier', data: { reason: 'Xem lại vốn' } };
const grant: Order = { type: 'GrantDossier', data: {} };
const refuse: Order = { type: 'RefuseDossier', data: { ground: 'authorityBlock', reason: 'Tòa án yêu cầu' } };
const withdraw: Order = { type: 'RequestWithdrawal', data: { reason: 'Đổi kế hoạch', due: the.WITHDRAWAL_DUE } };
const acceptWithdrawal: Order = { type: 'DecideWithdrawal', data: { outcome: 'accept' } };
const deadline: Order = { type: 'MarkDeadlinePassed', data: {} };
const certificate: Order = { type: 'RecordCertificate', data: the.CERTIFICATE };

const LAST_MOMENT: Instant = '2027-01-25T16:59:59.999Z';
const AFTER_60_DAYS: Instant = '2027-01-25T17:00:00.000Z';

describe('filing', () => {
  it('is received at the time of the command, not of the client', () => {
    history().when(the.file()).then(the.filed());
  });
  it('happens once', () => {
    history(the.filed()).when(the.file()).thenRefused('DOSSIERS.ALREADY_FILED');
  });
  it('over the counter needs every listed paper', () => {
    const refusal = history()
      .when(the.file({ channel: 'office' }))
      .thenRefused('DOSSIERS.DOCUMENT_MISSING');
    expect(refusal.details['missing']).toEqual(['foundingResolution']);
    const documents = [the.document('charter'), the.document('foundingResolution')];
    expect(dossierDecider.decide(the.file({ channel: 'office', documents }), { status: 'NotFiled' })).toHaveLength(1);
  });
});

describe('claiming', () => {
  it('gives the dossier to the officer, once', () => {
    history(the.filed())
      .when(by(the.OFFICER, claim))
      .then({ type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } })
      .when(by(the.OFFICER, claim))
      .thenNothing();
  });
  it('is refused when another officer has it', () => {
    history(the.filed(), { type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } })
      .when(by(the.OTHER_OFFICER, claim))
      .thenRefused('DOSSIERS.CLAIMED_BY_ANOTHER');
  });
  it('knows no dossier that was never filed', () => {
    history().when(by(the.OFFICER, claim)).thenRefused('DOSSIERS.NOT_FOUND');
  });
});

describe('correction (D295 Art. 21)', () => {
  it('is one notice', () => {
    history(the.filed()).when(by(the.OFFICER, requestCorrection)).then(the.correctionRequested());
  });
  it('refuses a second notice for the same version, with the article', () => {
    const refusal = history(the.filed(), the.correctionRequested())
      .when(by(the.OTHER_OFFICER, requestCorrection))
      .thenRefused('DOSSIERS.CORRECTION_ALREADY_REQUESTED');
    expect(refusal.legalBasis).toContain('D295 Art. 21');
  });
  it('may be requested of the next version', () => {
    expect(
      history(the.filed(), the.correctionRequested(), the.resubmitted()).when(by(the.OFFICER, requestCorrection)),
    ).toBeDefined();
    const events = dossierDecider.decide(
      by(the.OFFICER, requestCorrection),
      history(the.filed(), the.correctionRequested(), the.resubmitted()).state,
    );
    expect(events[0]?.data).toMatchObject({ round: 1 });
  });
  it('lists at least one defect, each with subject, reason and article', () => {
    const bare: Order = { type: 'RequestCorrection', data: { defects: [], due: the.CORRECTION_DUE } };
    const vague: Order = {
      type: 'RequestCorrection',
      data: { defects: [{ subject: 'ownName', reason: ' ', article: 'L23 Art. 50' }], due: the.CORRECTION_DUE },
    };
    history(the.filed()).when(by(the.OFFICER, bare)).thenRefused('DOSSIERS.DEFECTS_MISSING');
    history(the.filed()).when(by(the.OFFICER, vague)).thenRefused('DOSSIERS.DEFECTS_MISSING');
  });
  it('is not possible while a proposal lies with the head', () => {
    history(the.filed(), the.examined())
      .when(by(the.OFFICER, requestCorrection))
      .thenRefused('DOSSIERS.NOT_UNDER_EXAMINATION');
  });
});

describe('the answer to a correction (D295 Art. 19.6)', () => {
  it('counts until 24:00 of the last day', () => {
    history(the.filed(), the.correctionRequested())
      .when(by(the.APPLICANT, resubmit, LAST_MOMENT))
      .then(the.resubmitted());
  });
  it('is refused from 24:00 on', () => {
    history(the.filed(), the.correctionRequested())
      .when(by(the.APPLICANT, resubmit, AFTER_60_DAYS))
      .thenRefused('DOSSIERS.CORRECTION_WINDOW_CLOSED');
  });
  it('needs a notice', () => {
    history(the.filed()).when(by(the.APPLICANT, resubmit)).thenRefused('DOSSIERS.NO_CORRECTION_REQUESTED');
  });
  it('starts the period again and clears the late mark', () => {
    const { state } = history(
      the.filed(),
      {
        type: 'DossierDeadlinePassed',
        data: { what: 'decision', dueOn: '2026-11-26', dueAt: '2026-11-26T17:00:00.000Z' },
      },
      the.correctionRequested(),
      the.resubmitted(),
    );
    expect(state).toMatchObject({ status: 'UnderExamination', round: 1, late: false, due: { dueOn: '2026-12-04' } });
  });
  it('lapses from 24:00 of the last day, not a moment before, once', () => {
    history(the.filed(), the.correctionRequested())
      .when(by(the.SYSTEM, lapse, LAST_MOMENT))
      .thenRefused('DOSSIERS.CORRECTION_WINDOW_OPEN');
    history(the.filed(), the.correctionRequested())
      .when(by(the.SYSTEM, lapse, AFTER_60_DAYS))
      .then({ type: 'DossierLapsed', data: { dueOn: '2027-01-25' } })
      .when(by(the.SYSTEM, lapse, AFTER_60_DAYS))
      .thenNothing();
  });
  it('cannot lapse when it was given', () => {
    history(the.filed(), the.correctionRequested(), the.resubmitted())
      .when(by(the.SYSTEM, lapse, AFTER_60_DAYS))
      .thenRefused('DOSSIERS.NO_CORRECTION_REQUESTED');
  });
});

describe('proposal', () => {
  it('of a grant is refused while a check of this version failed', () => {
    history(the.filed(), the.checked(0, 'failed'))
      .when(by(the.OFFICER, proposeGrant))
      .thenRefused('DOSSIERS.CHECKS_FAILED');
  });
  it('of a grant is possible when an older version failed', () => {
    const events = dossierDecider.decide(
      by(the.OFFICER, proposeGrant),
      history(the.filed(), the.checked(0, 'failed'), the.correctionRequested(), the.resubmitted()).state,
    );
    expect(events).toHaveLength(1);
  });
  it('of a grant is refused where the tax authority said no to this version', () => {
    const no: DossierEvent = { type: 'DossierTaxCodeRefused', data: { round: 0, reason: 'Dữ liệu không khớp' } };
    history(the.filed(), no).when(by(the.OFFICER, proposeGrant)).thenRefused('DOSSIERS.TAX_CODE_REFUSED');
    const next = history(the.filed(), no, the.correctionRequested(), the.resubmitted()).state;
    expect(dossierDecider.decide(by(the.OFFICER, proposeGrant), next)).toHaveLength(1);
  });
  it('names the examiner and whom he stands in for', () => {
    history(the.filed())
      .when(by({ ...the.OFFICER, onBehalfOf: 'p-away' }, proposeGrant))
      .then({
        type: 'DossierExamined',
        data: { round: 0, examinedBy: the.OFFICER.personId, onBehalfOf: 'p-away', proposal: 'grant' },
      });
  });
  it('of a refusal says why', () => {
    history(the.filed()).when(by(the.OFFICER, proposeRefusal)).then(the.examined('refuse'));
    const mute: Order = {
      type: 'ExamineDossier',
      data: { proposal: 'refuse', ground: 'conditionsNotMet', reason: '' },
    };
    history(the.filed()).when(by(the.OFFICER, mute)).thenRefused('DOSSIERS.REASON_MISSING');
  });
  it('is sent back with a reason', () => {
    history(the.filed(), the.examined())
      .when(by(the.HEAD, sendBack))
      .then({ type: 'DossierReturned', data: { returnedBy: the.HEAD.personId, reason: 'Xem lại vốn' } });
    history(the.filed()).when(by(the.HEAD, sendBack)).thenRefused('DOSSIERS.PROPOSAL_MISSING');
  });
});

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
