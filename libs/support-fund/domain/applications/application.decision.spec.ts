import { given } from '@hoptac/testing';
import {
  order,
  accepted,
  assigned,
  beforeCouncil,
  beforeDirector,
  decide,
  vote,
  voted,
  conclude,
  bond,
  stateOf,
} from '../../testing/applications/histories';
import { due, finding, measures, policy, submitted, terms, TODAY } from '../../testing/applications/lending';
import { applicationDecider } from './application.decider';
import type { SubmittedApplication } from './application.state';

describe('bonds and four eyes', () => {
  it('keeps a bound person out of every step, and takes the application from a bound appraiser', () => {
    const { state } = given(applicationDecider, submitted(), accepted, assigned, bond('officer-1'));
    expect((state as SubmittedApplication).appraiserId).toBeUndefined();
    given(applicationDecider, submitted(), accepted, bond('officer-2'))
      .when(order('officer-2', { type: 'ClaimApplication', data: {} }))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    given(applicationDecider, submitted(), accepted, bond('officer-2'))
      .when(order('director-1', { type: 'AssignAppraiser', data: { appraiserId: 'officer-2' } }))
      .thenRefused('SUPPORT_FUND.APPRAISER_BOUND');
    given(applicationDecider, ...beforeDirector(), bond('director-1'))
      .when(decide())
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
  });

  it('carries no decision on a report whose author turns out to be bound', () => {
    given(applicationDecider, ...beforeDirector(), bond('officer-1'))
      .when(decide())
      .thenRefused('SUPPORT_FUND.REPORT_BY_BOUND_APPRAISER');
  });

  it('never lets whoever appraised decide, even through a substitute', () => {
    given(applicationDecider, ...beforeDirector())
      .when(decide('officer-1'))
      .thenRefused('SUPPORT_FUND.APPRAISED_BY_DECIDER');
    const substitute = decide();
    given(applicationDecider, ...beforeDirector())
      .when({
        ...substitute,
        metadata: { ...substitute.metadata, actor: { ...substitute.metadata.actor, onBehalfOf: 'officer-1' } },
      })
      .thenRefused('SUPPORT_FUND.APPRAISED_BY_DECIDER');
  });
});

describe('decision', () => {
  it('is the director’s up to his level, with what it rested on', () => {
    const after = given(applicationDecider, ...beforeDirector())
      .when(decide())
      .then({
        type: 'LoanApplicationApproved',
        data: {
          decidedBy: 'director-1',
          body: 'director',
          decidedOn: TODAY,
          terms: terms(),
          basis: measures().basis,
          due: due('2026-12-21'),
        },
      });
    after.when(decide()).thenRefused('SUPPORT_FUND.NOT_NOW');
    given(applicationDecider, ...beforeCouncil())
      .when(decide())
      .thenRefused('SUPPORT_FUND.OTHER_BODY_DECIDES');
  });

  it.each([
    ['SUPPORT_FUND.SINGLE_LIMIT_EXCEEDED', { taken: { borrower: 1, withRelated: 1 } }],
    ['SUPPORT_FUND.RELATED_LIMIT_EXCEEDED', { taken: { borrower: 0, withRelated: 200_000_001 } }],
  ])('holds the limit of the actual capital at that moment: %s', (code, basis) => {
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', measures(basis)))
      .thenRefused(code);
  });

  it('is measured by the rules in force, not those of the report', () => {
    const cheaper = measures({}, policy({ annualRate: { from: 100, to: 500 } }));
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', cheaper))
      .thenRefused('SUPPORT_FUND.TERMS_OUTSIDE_POLICY');
    const levels = measures({}, policy({ decisionLevels: [{ upTo: 1, body: 'director' }, { body: 'council' }] }));
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', levels))
      .thenRefused('SUPPORT_FUND.POLICY_CHANGED');
  });

  it('is not given to a borrower who meanwhile stopped existing', () => {
    const gone = { ...measures(), findings: [finding('borrowerStatus', 'failed')] };
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', gone))
      .thenRefused('SUPPORT_FUND.BORROWER_NOT_ELIGIBLE');
  });

  it('goes back to the appraiser, and is rejected with a ground', () => {
    given(applicationDecider, ...beforeDirector())
      .when(order('director-1', { type: 'SendApplicationBack', data: { reason: 'Xem lại dòng tiền', due: due() } }))
      .then({
        type: 'LoanApplicationSentBack',
        data: { sentBackBy: 'director-1', reason: 'Xem lại dòng tiền', due: due() },
      })
      .when(decide())
      .thenRefused('SUPPORT_FUND.NOT_NOW');
    given(applicationDecider, ...beforeDirector())
      .when(decide('director-1', measures(), 'reject'))
      .then({
        type: 'LoanApplicationRejected',
        data: {
          ...{ decidedBy: 'director-1', body: 'director', decidedOn: TODAY },
          ...{ stage: 'AwaitingDecision', ground: 'cannotRepay', reason: 'Đồng ý' },
        },
      })
      .when(order('applicant-1', { type: 'WithdrawApplication', data: { reason: 'x' } }))
      .thenRefused('SUPPORT_FUND.APPLICATION_ENDED');
  });
});

describe('the council’s vote', () => {
  it('is carried by more than half of the votes cast, with a quorum', () => {
    const history = [...beforeCouncil(), voted('member-1', 'for')];
    given(applicationDecider, ...history)
      .when(conclude())
      .thenRefused('SUPPORT_FUND.NO_QUORUM');
    const [approved] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-2', 'for')));
    expect(approved).toMatchObject({
      type: 'LoanApplicationApproved',
      data: { body: 'council', votes: { entitled: 3, needed: 2, for: 2, against: 0, abstained: 0, bound: 0 } },
    });
    const [tie] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-2', 'against')));
    expect(tie).toMatchObject({ type: 'LoanApplicationRejected', data: { ground: 'notInVote' } });
  });

  it('lets a member change his vote, and nobody else vote or conclude', () => {
    given(applicationDecider, ...beforeCouncil())
      .when(vote('member-2', 'for'))
      .then(voted('member-2', 'for'))
      .when(vote('member-2', 'for'))
      .thenNothing()
      .when(vote('member-2', 'against'))
      .then(voted('member-2', 'against'));
    given(applicationDecider, ...beforeCouncil())
      .when(vote('director-1', 'for'))
      .thenRefused('SUPPORT_FUND.NOT_A_MEMBER');
    given(applicationDecider, ...beforeCouncil())
      .when(conclude('member-2'))
      .thenRefused('SUPPORT_FUND.NOT_THE_CHAIR');
  });

  it('neither counts nor hears a bound member, even one who has voted', () => {
    given(applicationDecider, ...beforeCouncil(), bond('member-3'))
      .when(vote('member-3', 'for'))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    const history = [...beforeCouncil(), voted('member-3', 'for'), voted('member-2', 'for'), bond('member-3')];
    given(applicationDecider, ...history)
      .when(conclude())
      .thenRefused('SUPPORT_FUND.NO_QUORUM');
    const [approved] = applicationDecider.decide(conclude(), stateOf(...history, voted('member-1', 'for')));
    expect(approved).toMatchObject({ data: { votes: { entitled: 2, needed: 2, for: 2, bound: 1 } } });
  });

  it('is concluded by another member when the chair is bound', () => {
    const history = [...beforeCouncil(), bond('member-1'), voted('member-2', 'for'), voted('member-3', 'for')];
    given(applicationDecider, ...history)
      .when(conclude('member-1'))
      .thenRefused('SUPPORT_FUND.BOUND_TO_BORROWER');
    expect(applicationDecider.decide(conclude('member-2'), stateOf(...history))[0]?.type).toBe(
      'LoanApplicationApproved',
    );
  });
});
