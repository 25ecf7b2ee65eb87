import { projectionHarness } from '@hoptac/projections/testing';
import * as the from '../testing/founding';
import { casePageProjection } from './case-page/case-page.projection';
import { myDossiersProjection } from './my-dossiers/my-dossiers.projection';
import { publicLookupProjection } from './public-lookup/public-lookup.projection';
import { queueProjection } from './queue/queue.projection';

const claimed = { type: 'DossierAssigned', data: { officerId: the.OFFICER.personId } } as const;
const late = {
  type: 'DossierDeadlinePassed',
  data: { what: 'decision', dueOn: the.DECISION_DUE.dueOn, dueAt: the.DECISION_DUE.dueAt },
} as const;

describe('dossiers.queue', () => {
  it('keeps a version for every event, each ending where the next begins', async () => {
    await projectionHarness(queueProjection)
      .given(the.filed(), claimed, late, the.correctionRequested())
      .twice()
      .thenRows('queue', [
        {
          revision: 0,
          status: 'UnderExamination',
          officer_id: null,
          late: false,
          due_what: 'decision',
          valid_from: 1,
          valid_to: 2,
        },
        {
          revision: 1,
          status: 'UnderExamination',
          officer_id: 'p-officer',
          late: false,
          due_what: 'decision',
          valid_from: 2,
          valid_to: 3,
        },
        {
          revision: 2,
          status: 'UnderExamination',
          officer_id: 'p-officer',
          late: true,
          due_what: 'decision',
          valid_from: 3,
          valid_to: 4,
        },
        {
          revision: 3,
          status: 'AwaitingCorrection',
          officer_id: 'p-officer',
          late: true,
          due_what: 'correction',
          valid_from: 4,
          valid_to: null,
        },
      ]);
  });

  it('is the same when it is built anew', async () => {
    await projectionHarness(queueProjection)
      .given(...the.readyToGrant(), the.granted(), the.certificateIssued())
      .rebuilt()
      .thenRows('queue', [
        { revision: 0, status: 'UnderExamination', closed: false },
        { revision: 1, status: 'UnderExamination', closed: false },
        { revision: 2, status: 'UnderExamination', closed: false },
        { revision: 3, status: 'AwaitingDecision', closed: false },
        { revision: 4, status: 'Granted', closed: false },
        { revision: 5, status: 'Registered', closed: true },
      ]);
  });
});

describe('dossiers.my-dossiers and dossiers.public-lookup', () => {
  it('show each dossier as it stands, by applicant and by code', async () => {
    await projectionHarness(myDossiersProjection)
      .given(the.filed(), the.withdrawalRequested())
      .rebuilt()
      .thenRows('my_dossiers', [
        {
          applicant_id: 'p-applicant',
          withdrawal_due_on: '2026-11-24',
          sort_key: '2026-11-24T17:00:00.000Z/H01.24-261123-0001',
        },
      ]);
    await projectionHarness(publicLookupProjection)
      .given(the.filed())
      .twice()
      .thenRows('lookups', [{ lookup_code: 'H01242611230001', status: 'UnderExamination' }]);
  });
});

describe('dossiers.case-page', () => {
  it('holds the case, its papers and one line for every event', async () => {
    const history = [
      the.filed(),
      the.checked(0, 'failed'),
      the.correctionRequested(),
      the.resubmitted(),
      the.checked(1),
    ];
    await projectionHarness(casePageProjection)
      .given(...history)
      .rebuilt()
      .thenRows(
        'entries',
        history.map(({ type }, revision) => ({ type, revision })),
      );
    await projectionHarness(casePageProjection)
      .given(the.filed(), the.examined('refuse'))
      .twice()
      .thenRows('cases', [
        {
          revision: 1,
          papers: {
            checks: [],
            judgements: [],
            delays: [],
            notices: [],
            proposal: {
              decision: 'refuse',
              by: 'p-officer',
              at: '2026-01-05T01:00:01.000Z',
              ground: 'conditionsNotMet',
              reason: 'Ngành nghề bị cấm',
            },
          },
        },
      ]);
  });
});
