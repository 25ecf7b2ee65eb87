import type { MomentView } from '@hoptac/chronicle';
import type { JsonObject, PersonVault } from '@hoptac/personal-data';
import {
  deadlinesOwed,
  delayExplained,
  escalationLevel,
  openItems,
  remindedAt,
  type DeclaredMember,
  type DossierAction,
  type FiledDossier,
  type NamedPerson,
  type RefusalGround,
} from '../domain';
import type { CaseRow } from '../read-models/case-page/case-page.projection';
import { loadRulebook, remediesAgainst } from '@hoptac/rulebook';
import { STEP_WORDS } from './step-words';

/** How much of natural persons the reader sees: an applicant his own data, everybody else masked. */
export type PersonView = 'full' | 'masked';

/** One case as pages show it. */
export async function caseView(
  row: CaseRow,
  state: FiledDossier,
  allowedActions: readonly DossierAction[],
  persons: PersonView,
  vault: PersonVault,
) {
  const { papers } = row;
  const members = await Promise.all(
    state.application.members.map((member) => memberView(member, state, persons, vault)),
  );
  const { elected, beneficialOwners } = state.application;
  const named = <T extends NamedPerson>(list: readonly T[] | undefined) =>
    list && Promise.all(list.map((one) => namedView(one, state, persons, vault)));
  return {
    id: state.dossierId,
    revision: row.revision,
    caseCode: state.caseCode,
    procedure: 'P01',
    regime: state.regime,
    status: state.status,
    step: STEP_WORDS[state.status],
    round: state.round,
    receivingOfficeId: state.receivingOfficeId,
    decidingOfficeId: state.decidingOfficeId,
    receivedAt: state.receivedAt,
    officerId: state.officerId,
    application: {
      ...state.application,
      members,
      elected: await named(elected),
      beneficialOwners: await named(beneficialOwners),
    },
    previousApplication: papers.previousApplication && withoutPersons(papers.previousApplication),
    documents: state.documents,
    due: state.due,
    late: state.late,
    /** With the officer, or how far the late case has risen; when somebody was last reminded; why the office was late. */
    level: escalationLevel(state),
    remindedAt: remindedAt(state),
    delays: papers.delays,
    /** True when the office is late and its next step needs a reason. */
    delayReasonOwed: deadlinesOwed(state).some((limit) => limit.late && !delayExplained(state, limit)),
    correctionDue: state.status === 'AwaitingCorrection' ? state.correctionDue : undefined,
    withdrawal: state.withdrawal && { ...state.withdrawal, ...papers.withdrawal },
    lastWithdrawal: state.withdrawal ? undefined : papers.withdrawal,
    taxCode: state.taxCode,
    taxRefusal: state.taxRefusal,
    checks: papers.checks,
    checkedAt: papers.checkedAt,
    /** Items of the check list as people judged them. */
    judgements: papers.judgements,
    /** Items that somebody must still judge before a certificate is proposed. */
    openChecks: openItems(state),
    nameReserved: state.checks?.round === state.round ? state.checks.nameReserved : undefined,
    notices: papers.notices,
    proposal: papers.proposal,
    returned: papers.returned,
    refusal: papers.refusal,
    /** What may be done against the refusal; absent where there is none. */
    remedies: papers.refusal && remediesAgainst(loadRulebook(), papers.refusal.ground as RefusalGround, state.regime),
    grant: papers.grant,
    certificate: papers.certificate,
    handedOver: papers.handedOver,
    allowedActions,
  };
}

export type CaseView = Awaited<ReturnType<typeof caseView>> & {
  /** The moment looked back to. */
  readonly asOf?: MomentView;
};

async function memberView(member: DeclaredMember, state: FiledDossier, persons: PersonView, vault: PersonVault) {
  const record = await vault.open(member.person);
  return {
    ...declared(member),
    legalRepresentative: member.person.personId === state.application.legalRepresentativeId,
    person: shown(record, persons),
  };
}

/** Somebody elected, or a beneficial owner: what is stated of him, and who he is, be he a member or not. */
async function namedView<T extends NamedPerson>(one: T, state: FiledDossier, persons: PersonView, vault: PersonVault) {
  const member = state.application.members.find(({ person }) => person.personId === one.personId);
  const sealed = one.person ?? member?.person;
  return { ...stated(one), person: sealed && shown(await vault.open(sealed), persons) };
}

/** Absent once the person was erased. */
const shown = (record: JsonObject | null, persons: PersonView) =>
  record === null ? undefined : persons === 'full' ? record : masked(record);

const withoutPersons = (application: FiledDossier['application']) => ({
  ...application,
  members: application.members.map(declared),
  elected: application.elected?.map(stated),
  beneficialOwners: application.beneficialOwners?.map(stated),
});

/** What is stated of a person, without who he is. */
function stated<T extends NamedPerson>(one: T): Omit<T, 'person' | 'identityFingerprint'> {
  const open = Object.entries(one).filter(([field]) => field !== 'person' && field !== 'identityFingerprint');
  return Object.fromEntries(open) as Omit<T, 'person' | 'identityFingerprint'>;
}

/** A member without who it is: neither sealed record nor fingerprint leaves the house. */
function declared({ person, memberKind, contribution, foreign, organisationCode }: DeclaredMember) {
  return { personId: person.personId, memberKind, contribution, foreign, organisationCode };
}

/** Enough to tell persons apart: initials, and the ends of the number. */
function masked(record: JsonObject): JsonObject {
  const { fullName, identityNumber, nationality } = record;
  return {
    ...(typeof fullName === 'string' ? { fullName: initials(fullName) } : {}),
    ...(typeof identityNumber === 'string' ? { identityNumber: ends(identityNumber) } : {}),
    ...(nationality === undefined ? {} : { nationality }),
  };
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word) => `${String.fromCodePoint(word.codePointAt(0) ?? 0x2022)}.`)
    .join(' ');
const SHOWN = 4;
const ends = (number: string): string =>
  number.length > SHOWN * 2
    ? `${number.slice(0, SHOWN)}…${number.slice(-SHOWN)}`
    : `${number.slice(0, 1)}…${number.slice(-1)}`;
