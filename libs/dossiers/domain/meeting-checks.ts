import { compared, officials, passedIf, reachesShare, type Check } from './check-parts';
import type { CheckResult } from './dossier.events';
import type { ElectedPerson } from './founding-application';

/*
 * What the founders' conference must have done (L23 Art. 39), from the figures that the application declares. Parts that an application leaves out are
 * read from the resolution by an officer: undecided.
 */

/** L23 Art. 39: a conference of founders took place. The law names no quorum for it, so falling short of ours is a person's to judge. */
const conferenceQuorum: Check = ({ application: { conference }, law: { conferenceQuorum: quorum } }) => {
  const { heldOn, foundersInvited, foundersAttended } = conference;
  const reached = foundersAttended > 0 && reachesShare(foundersAttended, foundersInvited, quorum.value);
  const certain = quorum.evidence === 'verified';
  const inputs = { heldOn, foundersInvited, foundersAttended, quorumBasisPoints: quorum.value };
  return {
    ...compared('conferenceQuorum', quorum, reached, inputs),
    ...(reached || certain ? {} : { outcome: 'undecided' as const }),
  };
};

/** L23 Art. 39: the conference adopts the charter by a majority, one member one vote. */
const foundingConference: Check = ({ application: { conference }, law: { conferenceMajorityAbove: majority } }) => {
  const { heldOn, foundersInvited, foundersAttended, votesForCharter, votesCast = foundersAttended } = conference;
  const plausible =
    foundersAttended > 0 &&
    foundersAttended <= foundersInvited &&
    votesCast <= foundersAttended &&
    votesForCharter <= votesCast &&
    (conference.minutesOn === undefined || conference.minutesOn >= heldOn);
  return compared('foundingConference', majority, plausible && adopted(votesForCharter, votesCast, majority.value), {
    heldOn,
    foundersInvited,
    foundersAttended,
    votesCast,
    votesForCharter,
    majorityAboveBasisPoints: majority.value,
  });
};

/** L23 Art. 39: it adopts the list of members, and its official members the plan of production and business. */
const conferenceResolutions: Check = ({ application, law: { conferenceMajorityAbove: majority } }) => {
  const { foundersAttended, votesForMemberList, votesForPlan } = application.conference;
  const voters = Math.min(foundersAttended, officials(application).length);
  const enough = (votes: number | undefined, of: number): CheckResult['outcome'] =>
    votes === undefined ? 'undecided' : passedIf(votes <= of && adopted(votes, of, majority.value));
  const list = enough(votesForMemberList, foundersAttended);
  const plan = enough(votesForPlan, voters);
  return {
    check: 'conferenceResolutions',
    outcome: worst(list, plan),
    article: majority.article,
    evidence: majority.evidence,
    inputs: {
      foundersAttended,
      officialMembersVoting: voters,
      ...(votesForMemberList === undefined ? {} : { votesForMemberList }),
      ...(votesForPlan === undefined ? {} : { votesForPlan }),
      majorityAboveBasisPoints: majority.value,
    },
  };
};

/** L23 Art. 39, 56: it elects whom the governance chosen needs, and nobody whom it does not know, each by a majority. */
const electedOffices: Check = ({ application, law: { electedOffices: offices, conferenceMajorityAbove } }) => {
  const { elected, governance, conference } = application;
  const { article, evidence, value } = offices;
  const cited = { check: 'electedOffices', article, evidence } as const;
  if (elected === undefined) return { ...cited, outcome: 'undecided', inputs: { governance, elected: 0 } };
  const rule = value[governance];
  const held = (office: string): number => elected.filter((person) => person.office === office).length;
  const missing = rule.required.filter((oneOf) => !oneOf.some((office) => held(office) > 0));
  const strange = elected.filter(({ office }) => !rule.allowed.includes(office)).length;
  const repeated = value.single.filter((office) => held(office) > 1).length + heldTwice(elected);
  const { foundersAttended } = conference;
  const withoutMajority = elected.filter(
    ({ votesFor }) =>
      votesFor > foundersAttended || !adopted(votesFor, foundersAttended, conferenceMajorityAbove.value),
  ).length;
  return {
    ...cited,
    outcome: passedIf(missing.length === 0 && strange === 0 && repeated === 0 && withoutMajority === 0),
    inputs: {
      governance,
      elected: elected.length,
      missing: missing.map((oneOf) => oneOf.join(' / ')).join(', '),
      notOfThisGovernance: strange,
      repeated,
      withoutMajority,
    },
  };
};

export const MEETING_CHECKS: readonly Check[] = [
  conferenceQuorum,
  foundingConference,
  conferenceResolutions,
  electedOffices,
];

const adopted = (votesFor: number, votes: number, majorityAbove: number): boolean =>
  BigInt(votesFor) * 10_000n > BigInt(votes) * BigInt(majorityAbove);

const worst = (...outcomes: CheckResult['outcome'][]): CheckResult['outcome'] =>
  (['failed', 'undecided'] as const).find((outcome) => outcomes.includes(outcome)) ?? 'passed';

/** The same person twice in the same office. */
const heldTwice = (elected: readonly ElectedPerson[]): number =>
  elected.length - new Set(elected.map(({ personId, office }) => `${office}/${personId}`)).size;
