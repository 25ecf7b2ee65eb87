import { projectionHarness } from '@hoptac/projections/testing';
import * as the from '../testing/founding';
import { queueProjection } from './queue/queue.projection';
import { stepTimesProjection } from './step-times/step-times.projection';

const claimed = { type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } } as const;
const handedOver = {
  type: 'DossierResultHandedOver',
  data: { handedOverBy: 'p-clerk', form: 'atDesk', to: 'applicant' },
} as const;

describe('whose turn it is in the queue', () => {
  it('goes from officer to tax authority, head, registry and clerk', async () => {
    await projectionHarness(queueProjection)
      .given(
        the.filed(),
        the.checked(),
        the.examined(),
        the.taxCodeReceived(),
        the.granted(),
        the.certificateIssued(),
        handedOver,
      )
      .twice()
      .thenRows('queue', [
        { waiting_for: 'officer', result_owed: false },
        { waiting_for: 'officer', result_owed: false },
        { waiting_for: 'taxAuthority', result_owed: false },
        { waiting_for: 'head', result_owed: false },
        { waiting_for: 'registry', result_owed: false },
        { waiting_for: 'clerk', result_owed: true },
        { waiting_for: null, result_owed: false },
      ]);
  });

  it('is the applicant’s during a correction, and the head’s once a withdrawal is asked for', async () => {
    await projectionHarness(queueProjection)
      .given(the.filed(), the.correctionRequested(), the.withdrawalRequested())
      .twice()
      .thenRows('queue', [{ waiting_for: 'officer' }, { waiting_for: 'applicant' }, { waiting_for: 'head' }]);
  });
});

describe('dossiers.step-times', () => {
  it('measures each step from the one before it, in seconds', async () => {
    await projectionHarness(stepTimesProjection)
      .given(the.filed(), claimed, the.examined(), the.taxCodeReceived(), the.granted(), the.certificateIssued())
      .rebuilt()
      .thenRows('step_times', [{ to_decision: 2, to_certificate: 1, correcting: null, late: false }]);
  });

  it('counts the office’s time from the answered correction, and the applicant’s apart', async () => {
    await projectionHarness(stepTimesProjection)
      .given(the.filed(), the.correctionRequested(), the.resubmitted(), the.examined())
      .twice()
      .thenRows('step_times', [{ correcting: 1, to_proposal: 1, to_decision: null, decided_s: null }]);
  });
});
