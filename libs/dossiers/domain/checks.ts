import { cleanText } from '@hoptac/kernel';
import { compared, officials, ofKind, passedIf, type Check, type CheckInputs, type LegalFigure } from './check-parts';
import type { CheckResult } from './dossier.events';
import type { DeclaredMember } from './founding-application';
import { MEETING_CHECKS } from './meeting-checks';
import { OFFICER_CHECKS } from './officer-checks';
import { beneficialOwners } from './owner-checks';

/** Every automatic check of a founding dossier, in the order people read them — kiểm tra tự động. Pure; says what it compared. */
export function checkFounding(inputs: CheckInputs): readonly CheckResult[] {
  return CHECKS.map((check) => check(inputs)).filter((result) => result !== undefined);
}

/** L23 Art. 42.2: every paper listed for this application is there. */
const documentsComplete: Check = ({ documents, law }) => {
  const missing = law.requiredDocuments.filter(({ kind }) => !documents.some((document) => document.kind === kind));
  return {
    check: 'documentsComplete',
    outcome: passedIf(missing.length === 0),
    article: missing[0]?.article ?? 'L23 Art. 42.2',
    evidence: 'verified',
    inputs: { required: law.requiredDocuments.length, missing: missing.map(({ kind }) => kind).join(', ') },
  };
};

/** L23 Art. 50; D295 Art. 15: letters, digits, listed symbols; own name without type words. */
const nameForm: Check = ({ application, law: { names }, name: { formFault } }) => ({
  check: 'nameForm',
  outcome: passedIf(formFault === undefined),
  article: names.article,
  // The list of symbols (Circular 09/2024, annex VIII) has not been seen.
  evidence: formFault === 'letter' ? 'to_confirm' : names.evidence,
  inputs: { name: cleanText(application.ownName), fault: formFault ?? '' },
});

/** L23 Art. 50; D295 Art. 17: nobody else bears the same own name. */
const nameNotDuplicate: Check = ({ application, law: { names }, name }) => ({
  check: 'nameNotDuplicate',
  outcome: passedIf(name.reserved),
  article: names.article,
  evidence: names.evidence,
  inputs: { name: cleanText(application.ownName), compared: name.compared },
});

/** L23 Art. 50; D295 Art. 17: likeness is found by machine and judged by a person, whose decision on the name is final. */
const nameNotConfusing: Check = ({ application, law: { names }, name }) => ({
  check: 'nameNotConfusing',
  outcome: name.confusing.length === 0 ? 'passed' : 'undecided',
  article: names.article,
  evidence: names.evidence,
  inputs: { name: cleanText(application.ownName), compared: name.compared, confusing: name.confusing.join('; ') },
});

/** L23 Art. 4.7, 4.8: at least five official members, or three cooperatives. */
const minimumMembers: Check = ({ application, law }) => {
  const members = officials(application).length;
  return compared('minimumMembers', law.minimumMembers, members >= law.minimumMembers.value, {
    members,
    minimum: law.minimumMembers.value,
  });
};

/** L23 Art. 15: one person is one member; told by fingerprint or code, so it is undecided where neither was declared. */
const membersDistinct: Check = ({ application: { members } }) => {
  const identities = members.map((member) => member.identityFingerprint ?? member.organisationCode);
  const known = identities.filter((identity) => identity !== undefined);
  const repeated = known.length - new Set(known).size;
  return {
    check: 'membersDistinct',
    outcome: repeated > 0 ? 'failed' : known.length === members.length ? 'passed' : 'undecided',
    article: 'L23 Art. 15',
    evidence: 'verified',
    inputs: { members: members.length, repeated },
  };
};

/** L23 Art. 30.3: members of a union are cooperatives, named by their codes. */
const unionOfCooperatives: Check = ({ application }) => {
  if (application.kind !== 'cooperativeUnion') return undefined;
  const withoutCode = officials(application).filter((member) => member.organisationCode === undefined).length;
  return {
    check: 'unionOfCooperatives',
    outcome: passedIf(withoutCode === 0),
    article: 'L23 Art. 4.8',
    evidence: 'verified',
    inputs: { members: officials(application).length, withoutCode },
  };
};

/** L23 Art. 74: the members' contributions are the charter capital. */
const capitalAddsUp: Check = ({ application }) => {
  const contributed = sum(application.members);
  return {
    check: 'capitalAddsUp',
    outcome: passedIf(application.charterCapital > 0 && contributed === application.charterCapital),
    article: 'L23 Art. 74',
    evidence: 'verified',
    inputs: { charterCapital: application.charterCapital, contributed },
  };
};

/** L23 Art. 74.1: no official member holds more than 30 % (union 40 %). */
const memberShare: Check = ({ application, law }) => {
  const largest = Math.max(0, ...officials(application).map((member) => member.contribution));
  return shareCheck('memberShare', largest, application.charterCapital, law.maximumMemberShare);
};

/** L23 Art. 74.2: capital-contributing affiliates together hold no more than 30 % (union 40 %). */
const affiliatesShare: Check = ({ application, law }) =>
  shareCheck(
    'affiliatesShare',
    sum(ofKind(application, 'capitalContributing')),
    application.charterCapital,
    law.maximumAffiliatesShare,
  );

/** L23 Art. 4.19: a non-contributing affiliate contributes nothing; everybody else something. */
const contributionsFitKinds: Check = ({ application: { members } }) => {
  const unfit = members.filter(
    (member) => (member.memberKind === 'nonContributing') !== (member.contribution === 0),
  ).length;
  return {
    check: 'contributionsFitKinds',
    outcome: passedIf(unfit === 0),
    article: 'L23 Art. 4.16–4.19',
    evidence: 'verified',
    inputs: { members: members.length, unfit },
  };
};

/** L23 Art. 30.5: fewer than 35 % of the official members are foreign. */
const foreignMembers: Check = ({ application, law }) => {
  const all = officials(application);
  const foreign = all.filter((member) => member.foreign).length;
  const below = law.foreignMembersBelow;
  return compared('foreignMembers', below, foreign === 0 || foreign * 10_000 < all.length * below.value, {
    foreign,
    members: all.length,
    belowBasisPoints: below.value,
  });
};

/** L23 Art. 74.3: foreign investors hold no more than 30 % of the charter capital. */
const foreignShare: Check = ({ application, law }) =>
  shareCheck(
    'foreignShare',
    sum(application.members.filter((member) => member.foreign)),
    application.charterCapital,
    law.maximumForeignShare,
  );

/** D295 Art. 13: level-4 codes of the Vietnamese industry system, exactly one of them the main line. */
const businessLines: Check = ({ application: { businessLines: lines }, law: { businessLineDigits } }) => {
  const malformed = lines.filter(({ code }) => !/^\d+$/.test(code) || code.length !== businessLineDigits.value).length;
  const mainLines = lines.filter((line) => line.main).length;
  const repeated = lines.length - new Set(lines.map((line) => `${line.code}|${line.detail ?? ''}`)).size;
  return {
    check: 'businessLines',
    outcome: passedIf(lines.length > 0 && malformed === 0 && mainLines === 1 && repeated === 0),
    article: businessLineDigits.article,
    evidence: businessLineDigits.evidence,
    inputs: { lines: lines.length, malformed, mainLines, repeated },
  };
};

/** L23 Art. 11: the legal representative is one of the members declared. */
const representativeIsMember: Check = ({ application }) => ({
  check: 'representativeIsMember',
  outcome: passedIf(application.members.some((member) => member.person.personId === application.legalRepresentativeId)),
  article: 'L23 Art. 11',
  evidence: 'verified',
  inputs: { members: application.members.length },
});

/** L23 Art. 45; D295 Art. 4.7, 5: the office that decides is that of the head office's commune. */
const headOfficeInArea: Check = ({ application, decidingOfficeId, officeOfHeadOffice, law: { decidingOffice } }) => ({
  check: 'headOfficeInArea',
  outcome: passedIf(officeOfHeadOffice === decidingOfficeId && cleanText(application.headOffice.line) !== ''),
  article: decidingOffice.article,
  evidence: decidingOffice.evidence,
  inputs: { areaCode: application.headOffice.areaCode, decidingOfficeId, officeOfHeadOffice: officeOfHeadOffice ?? '' },
});

/** L23 Art. 56: simplified governance is for the small ones; what the number of members does not settle, an officer judges. */
const governance: Check = ({ application, law: { fullGovernanceFrom } }) => {
  if (application.governance === 'full') return undefined;
  const members = officials(application).length;
  const settled = fullGovernanceFrom !== undefined;
  return {
    check: 'governance',
    outcome: settled ? passedIf(members < fullGovernanceFrom.value) : 'undecided',
    article: fullGovernanceFrom?.article ?? 'L23 Art. 56',
    evidence: fullGovernanceFrom?.evidence ?? 'verified',
    inputs: { members, ...(settled ? { fullFrom: fullGovernanceFrom.value } : {}) },
  };
};

const CHECKS: readonly Check[] = [
  documentsComplete,
  nameForm,
  nameNotDuplicate,
  nameNotConfusing,
  headOfficeInArea,
  businessLines,
  minimumMembers,
  membersDistinct,
  unionOfCooperatives,
  capitalAddsUp,
  contributionsFitKinds,
  memberShare,
  affiliatesShare,
  foreignMembers,
  foreignShare,
  representativeIsMember,
  ...OFFICER_CHECKS,
  ...MEETING_CHECKS,
  governance,
  beneficialOwners,
];

const sum = (members: readonly DeclaredMember[]): number =>
  members.reduce((total, member) => total + member.contribution, 0);

/** Compares in whole numbers: `amount / capital <= limit` without a division; BigInt, because đồng times basis points leave the safe range. */
function shareCheck(check: string, amount: number, charterCapital: number, limit: LegalFigure): CheckResult {
  const holds = BigInt(amount) * 10_000n <= BigInt(charterCapital) * BigInt(limit.value);
  return compared(check, limit, holds, { amount, charterCapital, limitBasisPoints: limit.value });
}
