import type { FieldPlace } from '../../shared/problem-alert';
import { say } from '../../shared/language';
import { DOCUMENT_WORDS } from '../../words';
import { amount } from '../amount';

/** One founding member as it stands on the paper. */
export interface ReceivedMember {
  readonly key: string;
  readonly fullName: string;
  readonly identityNumber: string;
  readonly dateOfBirth: string;
  readonly contribution: string;
  /** Of the member cooperative, for a union. */
  readonly organisationCode: string;
  readonly legalRepresentative: boolean;
}

/** The paper as it is typed in; turned into the declaration only when it is sent. */
export interface ReceivedPaper {
  readonly channel: 'office' | 'post';
  /** When it reached the office, where that was not today. */
  readonly receivedOn: string;
  readonly kind: 'cooperative' | 'cooperativeUnion';
  readonly ownName: string;
  readonly areaCode: string;
  readonly line: string;
  readonly phone: string;
  readonly email: string;
  readonly businessLine: string;
  readonly charterCapital: string;
  readonly governance: 'full' | 'simplified';
  readonly conferenceOn: string;
  readonly foundersInvited: string;
  readonly foundersAttended: string;
  readonly votesForCharter: string;
  readonly members: readonly ReceivedMember[];
}

export const emptyMember = (legalRepresentative = false): ReceivedMember => ({
  key: crypto.randomUUID(),
  fullName: '',
  identityNumber: '',
  dateOfBirth: '',
  contribution: '',
  organisationCode: '',
  legalRepresentative,
});

export const emptyPaper = (): ReceivedPaper => ({
  channel: 'office',
  receivedOn: '',
  kind: 'cooperative',
  ownName: '',
  areaCode: '',
  line: '',
  phone: '',
  email: '',
  businessLine: '',
  charterCapital: '',
  governance: 'simplified',
  conferenceOn: '',
  foundersInvited: '',
  foundersAttended: '',
  votesForCharter: '',
  members: [emptyMember(true), emptyMember(), emptyMember(), emptyMember(), emptyMember()],
});

/** Whether anything stands in the row. */
export const isFilled = ({ fullName, identityNumber, contribution }: ReceivedMember): boolean =>
  [fullName, identityNumber, contribution].some((text) => text.trim() !== '');

/** Body of the declaration; what is no number goes as null and is refused by the server with the field's name. */
export function applicationOf(paper: ReceivedPaper, officeId: string | undefined): object {
  return {
    kind: paper.kind,
    ownName: paper.ownName,
    headOffice: {
      areaCode: paper.areaCode,
      line: paper.line,
      phone: paper.phone,
      ...(paper.email === '' ? {} : { email: paper.email }),
    },
    businessLines: [{ code: paper.businessLine.trim(), main: true }],
    charterCapital: amount(paper.charterCapital),
    governance: paper.governance,
    conference: {
      heldOn: paper.conferenceOn,
      foundersInvited: amount(paper.foundersInvited),
      foundersAttended: amount(paper.foundersAttended),
      votesForCharter: amount(paper.votesForCharter),
    },
    // Who comes to the desk takes the result at the desk.
    ...(paper.channel === 'office' && officeId !== undefined ? { delivery: { form: 'atDesk', officeId } } : {}),
    members: paper.members
      .filter(isFilled)
      .map(({ fullName, identityNumber, dateOfBirth, contribution, organisationCode, legalRepresentative }) => ({
        person: { fullName, identityNumber, dateOfBirth, nationality: 'VN' },
        memberKind: 'official',
        contribution: amount(contribution),
        ...(paper.kind === 'cooperativeUnion' ? { organisationCode: organisationCode.replace(/\s/g, '') } : {}),
        ...(legalRepresentative ? { legalRepresentative } : {}),
      })),
  };
}

/** Papers that the law lists for every founding (L23 Art. 42.2); what else this dossier needs is said by the server. */
export const REQUIRED = [
  'registrationRequest',
  'charter',
  'conferenceResolution',
  'memberList',
  'legalRepresentativeList',
].map((kind) => [kind, DOCUMENT_WORDS[kind] ?? kind] as const);

const PLACES: Readonly<Record<string, FieldPlace>> = {
  '/application/ownName': { id: 'ownName', words: say('Tên riêng', 'Own name') },
  '/application/headOffice/areaCode': { id: 'areaCode', words: say('Xã, phường, đặc khu', 'Commune') },
  '/application/headOffice/line': { id: 'line', words: say('Thôn, ấp, số nhà, đường', 'Street') },
  '/application/headOffice/phone': { id: 'phone', words: say('Điện thoại', 'Telephone') },
  '/application/headOffice/email': { id: 'email', words: say('Thư điện tử', 'E-mail') },
  '/application/businessLines/0/code': { id: 'businessLine', words: say('Mã ngành chính', 'Main line') },
  '/application/charterCapital': { id: 'charterCapital', words: say('Vốn điều lệ', 'Charter capital') },
  '/receivedOn': { id: 'receivedOn', words: say('Ngày hồ sơ đến cơ quan', 'Reached the office on') },
  '/application/conference/heldOn': { id: 'conferenceOn', words: say('Ngày hội nghị thành lập', 'Conference on') },
  '/application/conference/foundersInvited': { id: 'foundersInvited', words: say('Số người được mời', 'Invited') },
  '/application/conference/foundersAttended': { id: 'foundersAttended', words: say('Số người dự', 'Attended') },
  '/application/conference/votesForCharter': { id: 'votesForCharter', words: say('Số phiếu', 'Votes') },
  '/application/members': { id: 'fullName-1', words: say('Thành viên', 'Members') },
};

/** The field that a pointer of the problem document means; rows left empty are not sent, so places are counted without them. */
export function placeOf(pointer: string, { members }: ReceivedPaper): FieldPlace | undefined {
  const [, at, field] = /^\/application\/members\/(\d+)\/(?:person\/)?(\w+)$/.exec(pointer) ?? [];
  if (at === undefined || field === undefined) return PLACES[pointer];
  const sent = members.flatMap((member, index) => (isFilled(member) ? [index + 1] : []));
  const number = sent[Number(at)];
  return number === undefined
    ? undefined
    : { id: `${field}-${String(number)}`, words: `${say('Thành viên', 'Member')} ${String(number)}` };
}
