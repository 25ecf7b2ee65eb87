import type { FundPolicy } from '../fund/fund-policy';
import type { BodyMember } from '../fund/fund.events';
import type { VoteCount } from './application.events';
import type { SubmittedApplication } from './application.state';

const WHOLE = 10_000;

/**
 * The vote as it stands: members who are bound to the borrower, filed for him or wrote the report neither count nor vote; a vote that was cast before a bond
 * became known falls away. Needed is the policy's share of those who are left, rounded up.
 */
export function countVotes(
  { votes, bound, applicantId, appraisers }: SubmittedApplication,
  members: readonly BodyMember[],
  { quorumShare }: Pick<FundPolicy, 'quorumShare'>,
): VoteCount {
  const barred = new Set([...bound, applicantId, ...appraisers]);
  const entitled = members.filter(({ accountId }) => !barred.has(accountId)).map(({ accountId }) => accountId);
  const counted = votes.filter(({ memberId }) => entitled.includes(memberId));
  const of = (vote: string): number => counted.filter((cast) => cast.vote === vote).length;
  return {
    entitled: entitled.length,
    needed: Math.ceil((entitled.length * quorumShare) / WHOLE),
    for: of('for'),
    against: of('against'),
    abstained: of('abstain'),
    bound: members.length - entitled.length,
  };
}

export const votesCast = (count: VoteCount): number => count.for + count.against + count.abstained;

/** More than the majority of the votes cast said yes. */
export const isCarried = (count: VoteCount, { majorityAboveShare }: Pick<FundPolicy, 'majorityAboveShare'>): boolean =>
  count.for * WHOLE > votesCast(count) * majorityAboveShare;
