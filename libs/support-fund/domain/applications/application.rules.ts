import {
  brokenRule,
  forbidden,
  notAllowedNow,
  notFound,
  type Actor,
  type Instant,
  type LocalDate,
} from '@hoptac/kernel';
import type { BodyMember } from '../fund/fund.events';
import type { ApplicationDocument, Assessment, MissingItem } from './application.events';
import { ASSESSED } from './application.events';
import {
  isEnded,
  isSubmitted,
  type ApplicationState,
  type ApplicationStatus,
  type SubmittedApplication,
} from './application.state';
import { failedFindings, type EligibilityFinding } from './eligibility';

export function applicationMustNotBeSubmitted(state: ApplicationState): void {
  if (isSubmitted(state))
    throw notAllowedNow('SUPPORT_FUND.ALREADY_SUBMITTED', 'The application has been submitted', {
      status: state.status,
    });
}

export function applicationMustBeSubmitted(state: ApplicationState): asserts state is SubmittedApplication {
  if (!isSubmitted(state)) throw notFound('SUPPORT_FUND.APPLICATION_NOT_FOUND', 'There is no such application');
}

export function applicationMustNotHaveEnded(state: SubmittedApplication): void {
  if (isEnded(state))
    throw notAllowedNow('SUPPORT_FUND.APPLICATION_ENDED', `The application has ended: ${state.status}`, {
      status: state.status,
    });
}

/** Each step has its place in the procedure (D45 Art. 31). */
export function applicationMustBe(state: SubmittedApplication, ...statuses: readonly ApplicationStatus[]): void {
  applicationMustNotHaveEnded(state);
  if (!statuses.includes(state.status))
    throw notAllowedNow('SUPPORT_FUND.NOT_NOW', `The application is ${state.status}`, { status: state.status });
}

/** A borrower whom the law does not let borrow is told so at the door (D45 Art. 20, 22): kind, status, area, age. Figures are judged later. */
export function borrowerMustBeEligible(findings: readonly EligibilityFinding[]): void {
  const failed = failedFindings(findings).find(({ check }) =>
    ['borrowerKind', 'borrowerStatus', 'area', 'age'].includes(check),
  );
  if (failed !== undefined)
    throw brokenRule(
      'SUPPORT_FUND.BORROWER_NOT_ELIGIBLE',
      `The borrower may not borrow: ${failed.check}`,
      { check: failed.check, ...failed.inputs },
      [failed.article],
    );
}

/** One list says everything that is missing; a second one would be a new demand (D45 Art. 31). */
export function listMustBeTheFirst({ returnedOnce }: SubmittedApplication): void {
  if (returnedOnce)
    throw notAllowedNow('SUPPORT_FUND.ALREADY_RETURNED', 'The list of what is missing has been sent once');
}

export function listMustSaySomething(missing: readonly MissingItem[]): void {
  if (missing.length === 0 || missing.some(({ subject, reason }) => blank(subject) || blank(reason)))
    throw brokenRule('SUPPORT_FUND.LIST_EMPTY', 'The list names nothing, or something without a reason');
}

/** Complete is what holds every paper of the fund's list (D45 Art. 31). */
export function papersMustBeThere(documents: readonly ApplicationDocument[], required: readonly string[]): void {
  const missing = required.filter((kind) => !documents.some((document) => document.kind === kind));
  if (missing.length > 0)
    throw brokenRule('SUPPORT_FUND.DOCUMENTS_MISSING', 'Papers are missing', { missing }, ['D45 Art. 31']);
}

/** An answer in time, to 24:00 of the last day. */
export function limitMustBeOpen({ limit }: SubmittedApplication, now: Instant): void {
  if (limit !== undefined && Date.parse(limit.due.dueAt) <= Date.parse(now))
    throw notAllowedNow('SUPPORT_FUND.LIMIT_PASSED', 'The limit has passed', { dueOn: limit.due.dueOn });
}

/** Nobody deals with a borrower to whom he is bound, in person or through a substitute. */
export function actorMustNotBeBound({ bound, applicantId }: SubmittedApplication, actor: Actor): void {
  if (persons(actor).some((person) => person === applicantId || bound.includes(person)))
    throw forbidden('SUPPORT_FUND.BOUND_TO_BORROWER', 'The person is bound to the borrower', {}, ['D45 Art. 31']);
}

export function appraiserMustNotBeBound({ bound, applicantId }: SubmittedApplication, appraiserId: string): void {
  if (appraiserId === applicantId || bound.includes(appraiserId))
    throw brokenRule('SUPPORT_FUND.APPRAISER_BOUND', 'The appraiser is bound to the borrower', {}, ['D45 Art. 31']);
}

export function applicationMustBeFree({ appraiserId }: SubmittedApplication): void {
  if (appraiserId !== undefined)
    throw notAllowedNow('SUPPORT_FUND.HAS_APPRAISER', 'Another appraiser has the application');
}

export function actorMustBeTheAppraiser({ appraiserId }: SubmittedApplication, actor: Actor): void {
  if (appraiserId === undefined || !persons(actor).includes(appraiserId))
    throw forbidden('SUPPORT_FUND.NOT_THE_APPRAISER', 'Somebody else appraises the application');
}

/** The appraiser states that nothing binds him to the borrower. */
export function bondMustBeDenied(unbound: boolean): void {
  if (!unbound)
    throw brokenRule('SUPPORT_FUND.BOND_NOT_DENIED', 'The appraiser does not state that he is unbound', {}, [
      'D45 Art. 31',
    ]);
}

/** A report judges every condition once, with its note (D45 Art. 22). */
export function reportMustBeWhole(assessments: readonly Assessment[]): void {
  const judged = assessments.map(({ subject }) => subject);
  const open = ASSESSED.filter((subject) => !judged.includes(subject));
  if (open.length > 0 || new Set(judged).size !== judged.length || assessments.some(({ note }) => blank(note)))
    throw brokenRule('SUPPORT_FUND.REPORT_INCOMPLETE', 'A condition is not judged', { open }, ['D45 Art. 22']);
}

/** Who proposes a loan has found every condition met, his own and the machine's (D45 Art. 22–23). */
export function proposalMustFollowFromReport(
  assessments: readonly Assessment[],
  findings: readonly EligibilityFinding[],
): void {
  const unmet = [
    ...assessments.filter(({ met }) => !met).map(({ subject }) => subject),
    ...failedFindings(findings).map(({ check }) => check),
  ];
  if (unmet.length > 0)
    throw brokenRule('SUPPORT_FUND.CONDITIONS_NOT_MET', 'Conditions are not met', { unmet }, [
      'D45 Art. 22',
      'D45 Art. 23',
    ]);
}

export function groundMustBeGiven(ground: string | undefined): void {
  if (ground === undefined) throw brokenRule('SUPPORT_FUND.GROUND_MISSING', 'A rejection names its ground');
}

/** Who appraised, in person or through a substitute, neither decides, votes nor signs. */
export function actorMustNotHaveAppraised({ appraisers }: SubmittedApplication, actor: Actor): void {
  if (persons(actor).some((person) => appraisers.includes(person)))
    throw forbidden('SUPPORT_FUND.APPRAISED_BY_DECIDER', 'Whoever appraised does not decide', {}, ['D45 Art. 31']);
}

/** A report whose author turns out to be bound to the borrower carries no decision. */
export function reportMustBeUnbound({ appraisal, bound }: SubmittedApplication): void {
  if (appraisal !== undefined && bound.includes(appraisal.appraisedBy))
    throw brokenRule('SUPPORT_FUND.REPORT_BY_BOUND_APPRAISER', 'The report’s author is bound to the borrower', {}, [
      'D45 Art. 31',
    ]);
}

/** A decision belongs to the body that the policy names for the amount. */
export function bodyMustBe({ appraisal }: SubmittedApplication, asked: 'director' | 'voting'): void {
  const votes = appraisal?.body !== 'director';
  if (votes !== (asked === 'voting'))
    throw notAllowedNow('SUPPORT_FUND.OTHER_BODY_DECIDES', `The ${appraisal?.body ?? 'nobody'} decides`, {
      body: appraisal?.body ?? null,
    });
}

export function actorMustBeMember(members: readonly BodyMember[], actor: Actor): void {
  if (!members.some(({ accountId }) => accountId === actor.personId))
    throw forbidden('SUPPORT_FUND.NOT_A_MEMBER', 'The person is no member of the body that decides');
}

function actorMustBeChair(members: readonly BodyMember[], actor: Actor): void {
  if (!members.some(({ accountId, chair }) => chair && accountId === actor.personId))
    throw forbidden('SUPPORT_FUND.NOT_THE_CHAIR', 'Only the chair establishes the result');
}

/** A chair who is bound, or no chair at all: any member may establish the result. */
export function someoneMustChair(members: readonly BodyMember[], state: SubmittedApplication, actor: Actor): void {
  const chairIsBound = members.some(({ accountId, chair }) => chair && state.bound.includes(accountId));
  if (chairIsBound) actorMustBeMember(members, actor);
  else actorMustBeChair(members, actor);
}

export function quorumMustBeThere(votes: number, needed: number, entitled: number): void {
  if (entitled === 0 || votes < needed)
    throw notAllowedNow('SUPPORT_FUND.NO_QUORUM', 'Too few members have voted', { votes, needed }, ['D45 Art. 31']);
}

/** A contract is signed after its approval and not ahead of time. */
export function signingDayMustFit(signedOn: LocalDate, decidedOn: LocalDate, today: LocalDate): void {
  if (signedOn < decidedOn || signedOn > today)
    throw brokenRule('SUPPORT_FUND.SIGNING_DAY', 'The contract is signed on or after the approval, not in the future', {
      signedOn,
      decidedOn,
    });
}

/** Every security of the contract, each once (D45 Art. 26). */
export function securitiesMustMatch(
  recorded: readonly { readonly kind: string }[],
  agreed: readonly { readonly kind: string }[],
): void {
  const kinds = (list: readonly { readonly kind: string }[]): string =>
    list
      .map(({ kind }) => kind)
      .sort()
      .join();
  if (kinds(recorded) !== kinds(agreed))
    throw brokenRule(
      'SUPPORT_FUND.SECURITIES_DIFFER',
      'Other securities than the contract’s',
      { agreed: kinds(agreed) },
      ['D45 Art. 26'],
    );
}

export function limitMustHavePassed({ limit, status }: SubmittedApplication, now: Instant): void {
  if (limit === undefined || Date.parse(limit.due.dueAt) > Date.parse(now))
    throw notAllowedNow('SUPPORT_FUND.LIMIT_NOT_PASSED', 'No limit has passed', { status });
}

const persons = ({ personId, onBehalfOf }: Actor): readonly string[] =>
  onBehalfOf === undefined ? [personId] : [personId, onBehalfOf];
const blank = (text: string): boolean => text.trim() === '';

/** A loan is approved on a report that proposes it; against the report it goes back to the appraiser first. */
export function proposalMustBePositive(proposal: 'approve' | 'reject'): void {
  if (proposal !== 'approve')
    throw notAllowedNow('SUPPORT_FUND.REPORT_PROPOSES_REJECTION', 'The report proposes a rejection', {}, [
      'D45 Art. 22',
    ]);
}

/** Where the policy changed since the report and another body decides now, the report is made anew. */
export function bodyMustStillDecide(now: string, reported: string): void {
  if (now !== reported)
    throw notAllowedNow('SUPPORT_FUND.POLICY_CHANGED', 'Another body decides under the policy in force', {
      now,
      reported,
    });
}
