import * as the from '../testing/founding';
import {
  history,
  by,
  claim,
  requestCorrection,
  resubmit,
  lapse,
  proposeGrant,
  proposeRefusal,
  sendBack,
  LAST_MOMENT,
  AFTER_60_DAYS,
  type Order,
} from '../testing/orders';
import { dossierDecider, type DossierEvent } from '.';

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
      history(
        the.filed(),
        the.checked(0, 'failed'),
        the.correctionRequested(),
        the.resubmitted(),
        the.checked(1),
        the.confirmed(1),
      ).state,
    );
    expect(events).toHaveLength(1);
  });
  it('of a grant is refused where the tax authority said no to this version', () => {
    const no: DossierEvent = { type: 'DossierTaxCodeRefused', data: { round: 0, reason: 'Dữ liệu không khớp' } };
    history(the.filed(), the.checked(), the.confirmed(), no)
      .when(by(the.OFFICER, proposeGrant))
      .thenRefused('DOSSIERS.TAX_CODE_REFUSED');
    const next = history(
      the.filed(),
      no,
      the.correctionRequested(),
      the.resubmitted(),
      the.checked(1),
      the.confirmed(1),
    ).state;
    expect(dossierDecider.decide(by(the.OFFICER, proposeGrant), next)).toHaveLength(1);
  });
  it('names the examiner and whom he stands in for', () => {
    history(the.filed(), the.checked(), the.confirmed())
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
