import * as the from '../testing/founding';
import { proposeBeneficialOwners, type FoundingApplication, type FoundingConference } from '.';
import { outcomesOf } from '../testing/check-law';

const conference = (change: Partial<FoundingConference>) =>
  outcomesOf({ conference: { ...the.application().conference, ...change } });

describe('the founders’ conference (L23 Art. 39)', () => {
  it('leaves a conference below our quorum to a person: the law names none', () => {
    expect(conference({ foundersInvited: 12 })['conferenceQuorum']).toBe('passed');
    expect(conference({ foundersInvited: 13 })['conferenceQuorum']).toBe('undecided');
  });

  it('wants more than half of the votes cast for the charter', () => {
    expect(conference({ votesCast: 6, votesForCharter: 3 })['foundingConference']).toBe('failed');
    expect(conference({ votesCast: 5, votesForCharter: 3 })['foundingConference']).toBe('passed');
  });

  it('does not believe more votes than voters, or minutes before the day', () => {
    expect(conference({ votesCast: 7 })['foundingConference']).toBe('failed');
    expect(conference({ votesForCharter: 7 })['foundingConference']).toBe('failed');
    expect(conference({ minutesOn: '2026-11-14' })['foundingConference']).toBe('failed');
  });

  it('reads the other resolutions where they are declared, and leaves them to a person where not', () => {
    const { heldOn, foundersInvited, foundersAttended, votesForCharter } = the.application().conference;
    const bare = { conference: { heldOn, foundersInvited, foundersAttended, votesForCharter } };
    expect(outcomesOf(bare)['conferenceResolutions']).toBe('undecided');
    expect(conference({ votesForMemberList: 3 })['conferenceResolutions']).toBe('failed');
    expect(conference({ votesForPlan: 3 })['conferenceResolutions']).toBe('passed');
    expect(conference({ votesForPlan: 2 })['conferenceResolutions']).toBe('failed');
  });
});

describe('who was elected (L23 Art. 39, 56)', () => {
  const elected = (...people: FoundingApplication['elected'] & object) => outcomesOf({ elected: people });
  const chair = the.elected('m-1', 'boardChair');
  const supervisor = the.elected('m-2', 'supervisor');

  it('must fill what the governance needs', () => {
    expect(elected(chair, supervisor)['electedOffices']).toBe('passed');
    expect(elected(chair)['electedOffices']).toBe('failed');
    expect(outcomesOf({ governance: 'simplified', elected: [chair, supervisor] })['electedOffices']).toBe('failed');
    const small = [the.elected('m-1', 'director'), the.elected('m-2', 'controller')];
    expect(outcomesOf({ governance: 'simplified', elected: small })['electedOffices']).toBe('passed');
  });

  it('has one chair, nobody twice in an office, and everybody by a majority', () => {
    expect(elected(chair, supervisor, the.elected('m-3', 'boardChair'))['electedOffices']).toBe('failed');
    expect(elected(chair, supervisor, supervisor)['electedOffices']).toBe('failed');
    expect(elected(chair, the.elected('m-2', 'supervisor', 3))['electedOffices']).toBe('failed');
  });
});

describe('beneficial owners (D295 Art. 66)', () => {
  const large = [2, 3, 4, 5].map((number) => the.member(number, { contribution: 35_000_000 }));
  const members = [the.member(1, { contribution: 60_000_000 }), ...large];

  it('are proposed by shares, and the top manager where nobody holds a quarter', () => {
    expect(proposeBeneficialOwners(the.application({ members }), 2_500)).toEqual([
      { personId: 'm-1', ground: 'capital', shareBasisPoints: 3_000 },
    ]);
    expect(proposeBeneficialOwners(the.application(), 2_500)).toEqual([{ personId: 'm-1', ground: 'topManager' }]);
  });

  it('must name whoever holds a quarter; nothing declared is left to a person', () => {
    const owner = { personId: 'm-2', ground: 'control' } as const;
    expect(outcomesOf({ members, beneficialOwners: [owner] })['beneficialOwners']).toBe('failed');
    expect(
      outcomesOf({ members, beneficialOwners: [owner, { personId: 'm-1', ground: 'capital' }] })['beneficialOwners'],
    ).toBe('passed');
    expect(outcomesOf({ beneficialOwners: [] })['beneficialOwners']).toBe('undecided');
  });
});
