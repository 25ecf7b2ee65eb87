import { MemoryEventStore } from '@hoptac/testing';
import { areas, MONDAY } from '../testing/house';
import { OFFICE } from '../testing/people';
import { LegalTerms } from './legal-terms';

const terms = new LegalTerms(new MemoryEventStore(), areas);

describe('a limit as it is given', () => {
  it('carries the instants of its reminder and of each rise, counted in working days', async () => {
    // 24 November 2026 is a day off.
    expect(await terms.due('decision', 'R4', OFFICE, MONDAY)).toMatchObject({
      dueOn: '2026-11-27',
      reminders: [{ to: 'officer', at: '2026-11-26T17:00:00.000Z' }],
      escalations: [
        { level: 'deputy', at: '2026-11-30T17:00:00.000Z' },
        { level: 'head', at: '2026-12-01T17:00:00.000Z' },
        { level: 'province', at: '2026-12-03T17:00:00.000Z' },
      ],
    });
  });

  it('reminds the applicant of his sixty days and never rises for them', async () => {
    const due = await terms.due('correctionAnswer', 'R4', OFFICE, MONDAY);
    expect(due.reminders?.map(({ to }) => to)).toEqual(['applicant', 'applicant']);
    expect(due.escalations).toBeUndefined();
  });

  it('follows the regime: a withdrawal is answered in one working day today, in three under Decree 92/2024', async () => {
    expect(await terms.due('withdrawalDecision', 'R4', OFFICE, MONDAY)).toMatchObject({ amount: 1 });
    expect(await terms.due('withdrawalDecision', 'R3', OFFICE, MONDAY)).toMatchObject({ amount: 3 });
  });
});
