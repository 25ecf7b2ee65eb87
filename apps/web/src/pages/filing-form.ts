/** What the person typed, as typed; turned into the declaration only when it is sent. */
export interface MemberForm {
  readonly key: string;
  readonly fullName: string;
  readonly identityNumber: string;
  readonly dateOfBirth: string;
  readonly contribution: string;
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
  legalRepresentative,
});

/** `64.000.000` → 64000000; what is no number is sent as it is refused by the server: NaN becomes null. */
const amount = (text: string): number => Number(text.replace(/[.\s]/g, ''));

export function applicationOf(form: FilingForm): object {
  const founders = form.members.filter((member) => member.fullName.trim() !== '');
  return {
    kind: form.kind,
    ownName: form.ownName,
    headOffice: { areaCode: form.areaCode, line: form.line, phone: form.phone },
    businessLines: [{ code: form.businessLine, main: true }],
    charterCapital: amount(form.charterCapital),
    governance: form.governance,
    conference: {
      heldOn: form.conferenceOn,
      foundersInvited: founders.length,
      foundersAttended: founders.length,
      votesForCharter: founders.length,
    },
    members: founders.map(({ fullName, identityNumber, dateOfBirth, contribution, legalRepresentative }) => ({
      person: { fullName, identityNumber, dateOfBirth, nationality: 'VN' },
      memberKind: 'official',
      contribution: amount(contribution),
      ...(legalRepresentative ? { legalRepresentative } : {}),
    })),
  };
}
