import { amount } from './amount';
import { typedDay } from './typed-day';

/** What the person typed, as typed; turned into the declaration only when it is sent. */
export interface MemberForm {
  readonly key: string;
  readonly fullName: string;
  readonly identityNumber: string;
  readonly dateOfBirth: string;
  readonly contribution: string;
  /** Of the member cooperative, for a union. */
  readonly organisationCode: string;
  readonly legalRepresentative: boolean;
}

export interface FilingForm {
  readonly kind: 'cooperative' | 'cooperativeUnion';
  readonly ownName: string;
  readonly areaCode: string;
  readonly line: string;
  readonly phone: string;
  readonly businessLine: string;
  readonly charterCapital: string;
  readonly governance: 'full' | 'simplified';
  readonly conferenceOn: string;
  readonly members: readonly MemberForm[];
}

export const emptyMember = (legalRepresentative = false): MemberForm => ({
  key: crypto.randomUUID(),
  fullName: '',
  identityNumber: '',
  dateOfBirth: '',
  contribution: '',
  organisationCode: '',
  legalRepresentative,
});

/** Whether anything stands in the row. */
export const isFilled = (member: MemberForm): boolean =>
  [member.fullName, member.identityNumber, member.contribution].some((text) => text.trim() !== '');

/** Numbers on the form, from 1, of the members that are sent; rows left empty are not. */
export const sentMembers = ({ members }: FilingForm): readonly number[] =>
  members.flatMap((member, index) => (isFilled(member) ? [index + 1] : []));

export function applicationOf(form: FilingForm): object {
  const founders = form.members.filter(isFilled);
  return {
    kind: form.kind,
    ownName: form.ownName,
    headOffice: { areaCode: form.areaCode, line: form.line, phone: form.phone },
    businessLines: [{ code: form.businessLine, main: true }],
    charterCapital: amount(form.charterCapital),
    governance: form.governance,
    conference: {
      heldOn: typedDay(form.conferenceOn),
      foundersInvited: founders.length,
      foundersAttended: founders.length,
      votesForCharter: founders.length,
    },
    members: founders.map(
      ({ fullName, identityNumber, dateOfBirth, contribution, organisationCode, legalRepresentative }) => ({
        person: { fullName, identityNumber, dateOfBirth: typedDay(dateOfBirth), nationality: 'VN' },
        memberKind: 'official',
        contribution: amount(contribution),
        ...(form.kind === 'cooperativeUnion' ? { organisationCode: organisationCode.replace(/\s/g, '') } : {}),
        ...(legalRepresentative ? { legalRepresentative } : {}),
      }),
    ),
  };
}
