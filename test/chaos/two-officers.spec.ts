/** Two officers take the same step of the same dossier at once, having seen the same revision: one wins, the other is told who and what (faults.md). */
import type { StepAnswer } from '../support/founding-case';
import { refusal } from '../support/province';
import { experiment, isLong } from './experiment';
import { accepted, file, theCast } from './people';

const CASES = isLong ? 200 : 12;
const AT_ONCE = 4;

experiment('two-officers', async (e) => {
  const cast = await theCast();
  const wins = { officer: 0, otherOfficer: 0 };
  const one = async (): Promise<void> => {
    const { id, revision } = await file(e, cast.applicant);
    // Checks are recorded meanwhile and would make both late: the revision is read when they are there.
    const seen = await settledRevision(id, revision);
    const both = [cast.officer, cast.otherOfficer];
    if (e.random() < 0.5) both.reverse();
    const claims = both.map((who) => who.post<StepAnswer>(`/api/dossiers/${id}/claims`, {}, { revision: seen }));
    const answers = await Promise.all(claims);
    const winner = answers.findIndex(({ status }) => status === 200);
    const loser = answers[1 - winner];
    const won = answers[winner];
    if (won === undefined || loser === undefined)
      throw new Error(`Nobody won: ${answers.map(({ status }) => status).join(' ')}`);
    accepted(e, 'claim', won);
    wins[both[winner] === cast.officer ? 'officer' : 'otherOfficer'] += 1;
    const problem = refusal(loser);
    expect(problem.status).toBe(412);
    expect(problem.details).toMatchObject({ lastEventType: 'DossierAssigned', changedByRoles: ['officer'] });
  };
  const settledRevision = async (id: string, atLeast: number): Promise<number> => {
    for (;;) {
      const { body } = await cast.officer.get<{ revision?: number; checks?: unknown[] }>(`/api/dossiers/${id}`);
      if ((body.checks?.length ?? 0) > 0 && body.revision !== undefined && body.revision > atLeast)
        return body.revision;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  for (let done = 0; done < CASES; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
  e.say(`won by one ${String(wins.officer)} times, by the other ${String(wins.otherOfficer)} times`);
  e.floor('races', wins.officer + wins.otherOfficer, CASES);
});
