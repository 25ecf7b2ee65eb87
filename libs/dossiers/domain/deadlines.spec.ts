import type { Instant } from '@hoptac/kernel';
import * as the from '../testing/founding';
import { acceptWithdrawal, by, grant, history, proposeRefusal, requestCorrection, type Order } from '../testing/orders';
import { deadlinesOwed, delayExplained, escalationLevel, isFiled, remindedAt, type DossierEvent } from '.';

const REMIND_AT: Instant = '2026-11-25T17:00:00.000Z';
const AT_24: Instant = '2026-11-26T17:00:00.000Z';
const DEPUTY_AT: Instant = '2026-11-27T17:00:00.000Z';
const HEAD_AT: Instant = '2026-11-30T17:00:00.000Z';
const planned: DossierEvent = {
  type: 'DossierFiled',
  data: {
    ...(the.filed().data as Extract<DossierEvent, { type: 'DossierFiled' }>['data']),
    due: {
      ...the.DECISION_DUE,
      reminders: [{ at: REMIND_AT, to: 'officer' }],
      escalations: [
        { at: DEPUTY_AT, level: 'deputy' },
        { at: HEAD_AT, level: 'head' },
      ],
    },
  },
};
const LIMIT = { what: 'decision', dueOn: the.DECISION_DUE.dueOn, dueAt: the.DECISION_DUE.dueAt } as const;
const passed: DossierEvent = { type: 'DossierDeadlinePassed', data: LIMIT };
const escalated = (level: 'deputy' | 'head', since: Instant): DossierEvent => ({
  type: 'DossierEscalated',
  data: { ...LIMIT, level, since },
});
const remind: Order = { type: 'RemindOfDeadline', data: {} };
const escalate: Order = { type: 'EscalateDossier', data: {} };
const explain = (reason = 'Chờ xác minh', answerBy?: '2026-12-01' | '2026-11-20'): Order => ({
  type: 'ExplainDelay',
  data: { reason, ...(answerBy === undefined ? {} : { answerBy }) },
});
const explained: DossierEvent = {
  type: 'DossierDelayExplained',
  data: { ...LIMIT, reason: 'Chờ xác minh', explainedBy: the.OFFICER.personId },
};

describe('before a limit', () => {
  it('reminds at the instant set, once, and not after the limit', () => {
    history(planned)
      .when(by(the.SYSTEM, remind, '2026-11-25T16:59:59.999Z'))
      .thenNothing();
    history(planned)
      .when(by(the.SYSTEM, remind, REMIND_AT))
      .then({
        type: 'DossierReminded',
        data: { ...LIMIT, to: 'officer', scheduledAt: REMIND_AT, remindedAt: REMIND_AT },
      })
      .when(by(the.SYSTEM, remind, REMIND_AT))
      .thenNothing();
    history(planned)
      .when(by(the.SYSTEM, remind, AT_24))
      .thenNothing();
    history(planned, the.correctionRequested())
      .when(by(the.SYSTEM, remind, REMIND_AT))
      .thenNothing();
  });
});

describe('after a limit', () => {
  it('rises level by level, each once, and all that are owed after an outage', () => {
    history(planned, passed)
      .when(by(the.SYSTEM, escalate, '2026-11-27T16:59:59.999Z'))
      .thenNothing();
    history(planned, passed)
      .when(by(the.SYSTEM, escalate, DEPUTY_AT))
      .then(escalated('deputy', DEPUTY_AT))
      .when(by(the.SYSTEM, escalate, DEPUTY_AT))
      .thenNothing();
    history(planned, passed)
      .when(by(the.SYSTEM, escalate, HEAD_AT))
      .then(escalated('deputy', DEPUTY_AT), escalated('head', HEAD_AT));
  });

  it('stands with the officer again when the office has answered', () => {
    const levelAfter = (...events: DossierEvent[]) => {
      const { state } = history(planned, passed, ...events);
      return isFiled(state) ? escalationLevel(state) : undefined;
    };
    expect(levelAfter()).toBe('officer');
    expect(levelAfter(escalated('deputy', DEPUTY_AT), escalated('head', HEAD_AT))).toBe('head');
    expect(levelAfter(escalated('head', HEAD_AT), the.correctionRequested())).toBe('officer');
    expect(levelAfter(escalated('head', HEAD_AT), the.correctionRequested(), the.resubmitted())).toBe('officer');
  });

  it('remembers when somebody was reminded', () => {
    const reminded: DossierEvent = {
      type: 'DossierReminded',
      data: { ...LIMIT, to: 'officer', scheduledAt: REMIND_AT, remindedAt: REMIND_AT },
    };
    const { state } = history(planned, reminded);
    expect(isFiled(state) && remindedAt(state)).toBe(REMIND_AT);
  });
});

describe('an office that is late', () => {
  const late = [planned, the.checked(), passed];

  it('says why with its next step: the apology is a fact of its own before it', () => {
    history(...late)
      .when(by(the.OFFICER, proposeRefusal, DEPUTY_AT))
      .thenRefused('DOSSIERS.DELAY_UNEXPLAINED');
    const withReason = { ...proposeRefusal, data: { ...proposeRefusal.data, delayReason: 'Chờ xác minh' } } as Order;
    history(...late)
      .when(by(the.OFFICER, withReason, DEPUTY_AT))
      .then(explained, the.examined('refuse'));
    const notice = { ...requestCorrection, data: { ...requestCorrection.data, delayReason: ' ' } } as Order;
    history(...late)
      .when(by(the.OFFICER, notice, DEPUTY_AT))
      .thenRefused('DOSSIERS.REASON_MISSING');
  });

  it('says it once for a limit, whoever takes the next step', () => {
    history(...late, explained)
      .when(by(the.OFFICER, proposeRefusal, DEPUTY_AT))
      .then(the.examined('refuse'));
    history(...the.readyToGrant(), passed)
      .when(by(the.HEAD, grant, DEPUTY_AT))
      .thenRefused('DOSSIERS.DELAY_UNEXPLAINED');
    history(...the.readyToGrant(), passed, explained)
      .when(by(the.HEAD, grant))
      .then(the.granted());
  });

  it('may apologise before its step, with a new date that lies ahead', () => {
    history(...late)
      .when(by(the.OFFICER, explain('Chờ xác minh', '2026-11-20')))
      .thenRefused('DOSSIERS.NEW_DATE_PAST');
    const ready = history(...late).when(by(the.OFFICER, explain('Chờ xác minh', '2026-12-01')));
    ready
      .then({
        type: 'DossierDelayExplained',
        data: { ...LIMIT, reason: 'Chờ xác minh', answerBy: '2026-12-01', explainedBy: the.OFFICER.personId },
      })
      .when(by(the.OFFICER, explain()))
      .thenNothing();
    history(planned).when(by(the.OFFICER, explain())).thenRefused('DOSSIERS.NOT_LATE');
  });

  it('is not asked by a withdrawal that is answered in time, and is by one that is not', () => {
    history(planned, passed, the.withdrawalRequested())
      .when(by(the.HEAD, acceptWithdrawal))
      .then({ type: 'DossierWithdrawn', data: { decidedBy: the.HEAD.personId } });
    const { dueOn, dueAt } = the.WITHDRAWAL_DUE;
    const tooLate: DossierEvent = { type: 'DossierDeadlinePassed', data: { what: 'withdrawal', dueOn, dueAt } };
    const asked = history(planned, the.withdrawalRequested(), tooLate);
    asked.when(by(the.HEAD, acceptWithdrawal)).thenRefused('DOSSIERS.DELAY_UNEXPLAINED');
    const [limit] = deadlinesOwed(asked.state).filter(({ late: isLate }) => isLate);
    expect(isFiled(asked.state) && limit !== undefined && delayExplained(asked.state, limit)).toBe(false);
  });

  it('in time, a reason is passed over', () => {
    const withReason = { ...proposeRefusal, data: { ...proposeRefusal.data, delayReason: 'x' } } as Order;
    history(planned).when(by(the.OFFICER, withReason)).then(the.examined('refuse'));
  });
});

describe('a limit moved by decision', () => {
  const to = the.due('2026-11-30', '2026-11-30T17:00:00.000Z', { amount: 2, countedFrom: '2026-11-26' });
  const extend = (change: object = {}): Order => ({
    type: 'ExtendDeadline',
    data: { what: 'decision', to, ground: 'Hệ thống thuế bảo trì', paper: 'b'.repeat(64), ...change },
  });

  it('carries author, ground and paper; the old limit no longer runs', () => {
    const { due } = planned.data as { due: typeof the.DECISION_DUE };
    const extended = history(planned)
      .when(by(the.HEAD, extend()))
      .then({
        type: 'DossierDeadlineExtended',
        data: {
          what: 'decision',
          from: due,
          to,
          ground: 'Hệ thống thuế bảo trì',
          paper: 'b'.repeat(64),
          decidedBy: the.HEAD.personId,
        },
      });
    extended.when(by(the.HEAD, extend())).thenNothing();
    extended
      .when(by(the.SYSTEM, { type: 'MarkDeadlinePassed', data: {} }, AT_24))
      .thenRefused('DOSSIERS.DEADLINE_NOT_PASSED');
    extended.when(by(the.SYSTEM, remind, REMIND_AT)).thenNothing();
  });

  it('is not moved back, without a ground, after it has passed, or where none runs', () => {
    history(planned)
      .when(by(the.HEAD, extend({ to: the.DECISION_DUE })))
      .thenRefused('DOSSIERS.EXTENSION_TOO_SHORT');
    history(planned)
      .when(by(the.HEAD, extend({ ground: ' ' })))
      .thenRefused('DOSSIERS.REASON_MISSING');
    history(planned)
      .when(by(the.HEAD, extend(), AT_24))
      .thenRefused('DOSSIERS.LIMIT_PASSED');
    history(planned, passed).when(by(the.HEAD, extend())).thenRefused('DOSSIERS.LIMIT_PASSED');
    history(planned, the.correctionRequested()).when(by(the.HEAD, extend())).thenRefused('DOSSIERS.NO_LIMIT_RUNS');
    history(...the.readyToGrant(), the.granted())
      .when(by(the.HEAD, extend()))
      .thenRefused('DOSSIERS.ALREADY_ACCEPTED');
  });
});
