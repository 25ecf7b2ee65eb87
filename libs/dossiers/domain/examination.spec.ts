import * as the from '../testing/founding';
import {
  by,
  claim,
  confirmChecks,
  grant,
  history,
  proposeGrant,
  requestCorrection,
  type Order,
} from '../testing/orders';
import { allowedActions, checkList, isFiled, openItems, type DossierEvent, type JudgedCheck } from '.';

const judge = (check: string, outcome: JudgedCheck['outcome'], note?: string, round = 0): Order => ({
  type: 'ConfirmChecks',
  data: { round, checks: [{ check, outcome, ...(note === undefined ? {} : { note }) }] },
});
const recall: Order = { type: 'RecallProposal', data: {} };
const release: Order = { type: 'ReleaseDossier', data: {} };
const assign = (officerId: string): Order => ({ type: 'AssignDossier', data: { officerId, reason: 'Nghỉ phép' } });

describe('the check list (L23 Art. 42.4)', () => {
  it('holds findings of the machine and papers; each counts when a person has judged it', () => {
    const { state } = history(the.filed(), the.checked());
    if (!isFiled(state)) throw new Error('It was filed');
    expect(checkList(state)).toEqual([{ check: 'minimumMembers', machine: 'passed' }, { check: 'document:charter' }]);
    expect(openItems(state)).toEqual(['minimumMembers', 'document:charter']);
    history(the.filed(), the.checked()).when(by(the.OFFICER, proposeGrant)).thenRefused('DOSSIERS.CHECKS_UNCONFIRMED');
    history(the.filed(), the.checked())
      .when(by(the.OFFICER, confirmChecks))
      .then(the.confirmed())
      .when(by(the.OFFICER, confirmChecks))
      .thenNothing()
      .when(by(the.OFFICER, proposeGrant))
      .then(the.examined());
  });

  it('is not there before the machine has looked, nor of another round', () => {
    history(the.filed()).when(by(the.OFFICER, confirmChecks)).thenRefused('DOSSIERS.CHECKS_OPEN');
    history(the.filed()).when(by(the.OFFICER, proposeGrant)).thenRefused('DOSSIERS.CHECKS_OPEN');
    history(the.filed(), the.checked(), the.correctionRequested(), the.resubmitted(), the.checked(1))
      .when(by(the.OFFICER, confirmChecks))
      .thenRefused('DOSSIERS.ROUND_OVER');
  });

  it('takes only what is on it, a failure only with a reason, and passes nothing that certainly fails', () => {
    const ready = history(the.filed(), the.checked());
    ready.when(by(the.OFFICER, judge('document:map', 'passed'))).thenRefused('DOSSIERS.CHECK_UNKNOWN');
    ready.when(by(the.OFFICER, judge('document:charter', 'failed'))).thenRefused('DOSSIERS.FAILURE_WITHOUT_NOTE');
    history(the.filed(), the.checked(0, 'failed'))
      .when(by(the.OFFICER, judge('minimumMembers', 'passed')))
      .thenRefused('DOSSIERS.CHECK_FAILED_BY_MACHINE');
  });

  it('lets a person settle what the machine could not, and overrule what it passed', () => {
    history(the.filed(), the.checked(0, 'undecided'), the.confirmed())
      .when(by(the.OFFICER, proposeGrant))
      .then(the.examined());
    history(the.filed(), the.checked(), the.confirmed())
      .when(by(the.OFFICER, judge('document:charter', 'failed', 'Thiếu chữ ký')))
      .then({
        type: 'DossierChecksConfirmed',
        data: {
          round: 0,
          checks: [{ check: 'document:charter', outcome: 'failed', note: 'Thiếu chữ ký' }],
          confirmedBy: the.OFFICER.personId,
        },
      })
      .when(by(the.OFFICER, proposeGrant))
      .thenRefused('DOSSIERS.CHECKS_FAILED');
  });

  it('makes an examiner of whoever judged it: he does not decide (four eyes)', () => {
    const judged: DossierEvent = {
      type: 'DossierChecksConfirmed',
      data: { round: 0, checks: [{ check: 'document:charter', outcome: 'passed' }], confirmedBy: the.HEAD.personId },
    };
    history(the.filed(), the.checked(), judged, the.taxCodeReceived(), the.examined())
      .when(by(the.HEAD, grant))
      .thenRefused('DOSSIERS.EXAMINER_MAY_NOT_DECIDE');
  });
});

describe('a proposal taken back', () => {
  it('is its author’s, or his substitute’s, until it is decided', () => {
    const ready = history(...the.readyToGrant());
    ready.when(by(the.OTHER_OFFICER, recall)).thenRefused('DOSSIERS.PROPOSAL_OF_ANOTHER');
    ready
      .when(by(the.OFFICER, recall))
      .then({ type: 'DossierProposalRecalled', data: { recalledBy: the.OFFICER.personId } })
      .when(by(the.OFFICER, requestCorrection))
      .then(the.correctionRequested());
    ready
      .when(by({ ...the.OTHER_OFFICER, onBehalfOf: the.OFFICER.personId }, recall))
      .then({ type: 'DossierProposalRecalled', data: { recalledBy: the.OTHER_OFFICER.personId } });
    history(...the.readyToGrant(), the.granted())
      .when(by(the.OFFICER, recall))
      .thenRefused('DOSSIERS.ALREADY_ACCEPTED');
  });
});

describe('who has the dossier', () => {
  it('is said by the head, whoever had it before', () => {
    history(the.filed(), { type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } })
      .when(by(the.HEAD, assign(the.OTHER_OFFICER.personId)))
      .then({
        type: 'DossierAssigned',
        data: { officerId: the.OTHER_OFFICER.personId, reason: 'Nghỉ phép', assignedBy: the.HEAD.personId },
      })
      .when(by(the.HEAD, assign(the.OTHER_OFFICER.personId)))
      .thenNothing();
  });

  it('may give it back, nobody else', () => {
    const taken: DossierEvent = { type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } };
    history(the.filed(), taken).when(by(the.OTHER_OFFICER, release)).thenRefused('DOSSIERS.NOT_YOUR_DOSSIER');
    history(the.filed(), taken)
      .when(by(the.OFFICER, release))
      .then({ type: 'DossierReleased', data: { releasedBy: the.OFFICER.personId } })
      .when(by(the.OTHER_OFFICER, claim))
      .then({ type: 'DossierAssigned', data: { officerId: the.OTHER_OFFICER.personId } });
  });
});

it('is offered as the decider would take it', () => {
  const offered = (...events: DossierEvent[]) =>
    allowedActions(history(...events).state, { personId: the.OFFICER.personId, may: () => true });
  expect(offered(the.filed())).not.toContain('recordCheck');
  expect(offered(the.filed(), the.checked())).toContain('recordCheck');
  expect(offered(the.filed(), the.checked())).not.toContain('proposeGrant');
  expect(offered(the.filed(), the.checked(), the.confirmed())).toContain('proposeGrant');
  expect(offered(the.filed(), the.checked(), the.confirmed(0, 'failed'))).not.toContain('proposeGrant');
  expect(offered(...the.readyToGrant())).toContain('recallProposal');
});
