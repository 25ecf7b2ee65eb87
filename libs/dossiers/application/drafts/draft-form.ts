import { cleanText, isLocalDate, searchText } from '@hoptac/kernel';

/*
 * A form as people fill it in: every field as typed, nothing asked for. What is meant by it is read here, once, for checks and filing alike.
 */

/** One member as typed; `key` names the row for as long as the draft lives. */
export interface DraftMember {
  readonly key: string;
  readonly fullName?: string;
  readonly identityNumber?: string;
  readonly dateOfBirth?: string;
  readonly gender?: 'male' | 'female' | 'other';
  readonly nationality?: string;
  readonly residence?: string;
  readonly phone?: string;
  readonly memberKind?: 'official' | 'capitalContributing' | 'nonContributing';
  readonly contribution?: string;
  readonly organisationCode?: string;
}

/** A paper that the applicant uploaded, as the store answered. */
export interface DraftDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
}

export interface DraftForm {
  readonly kind?: 'cooperative' | 'cooperativeUnion';
  readonly ownName?: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly areaCode?: string;
  readonly line?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly website?: string;
  readonly businessLines?: readonly { readonly code: string; readonly detail?: string; readonly main: boolean }[];
  readonly charterCapital?: string;
  readonly members?: readonly DraftMember[];
  /** Key of a member. */
  readonly representative?: string;
  readonly governance?: 'full' | 'simplified';
  readonly conference?: Readonly<Partial<Record<ConferenceField, string>>>;
  /** Elected persons by key of the member. */
  readonly elected?: readonly { readonly member: string; readonly office: string; readonly votesFor?: string }[];
  readonly accountingYearStart?: string;
  readonly vatMethod?: 'deduction' | 'direct' | 'none';
  readonly employees?: string;
  readonly expectedStartOn?: string;
  /** Beneficial owners by key of the member; what is proposed counts only once it stands here. */
  readonly owners?: readonly { readonly member: string; readonly ground: string }[];
  readonly documents?: readonly DraftDocument[];
  readonly foundedBeforeInvestmentCertificate?: boolean;
  readonly delivery?: 'electronic' | 'atDesk' | 'post';
  readonly deliveryOfficeId?: string;
  readonly deliveryAddress?: string;
}

const CONFERENCE_DAYS = ['heldOn', 'minutesOn'] as const;
const CONFERENCE_COUNTS = [
  'foundersInvited',
  'foundersAttended',
  'votesForCharter',
  'votesForMemberList',
  'votesForPlan',
] as const;
type ConferenceField = (typeof CONFERENCE_DAYS)[number] | (typeof CONFERENCE_COUNTS)[number];

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\s*(ty dong|ty)$/, 1_000_000_000],
  [/\s*(trieu dong|trieu|tr)$/, 1_000_000],
  [/\s*(nghin dong|nghin|ngan)$/, 1_000],
  [/\s*(dong|vnd|d)$/, 1],
];

/** `64.000.000`, `64 triệu`, `1,2 tỷ` → đồng; what is no such amount stays text, and the form's own check names the field. Empty is absent. */
export function typedAmount(typed: string | undefined): number | string | undefined {
  const text = searchText(typed ?? '').replace(/₫/gu, 'd');
  if (text === '') return undefined;
  const unit = UNITS.find(([pattern]) => pattern.test(text));
  const figure = (unit === undefined ? text : text.replace(unit[0], '')).replace(/\s/g, '');
  const grouped = /^\d{1,3}(\.\d{3})+$/.test(figure) ? figure.replace(/\./g, '') : figure;
  if (!/^\d+([.,]\d+)?$/.test(grouped)) return typed;
  const amount = Number(grouped.replace(',', '.')) * (unit?.[1] ?? 1);
  const whole = Math.round(amount * 1_000) / 1_000;
  return Number.isSafeInteger(whole) ? whole : typed;
}

/** `17/5/1980`, `17-05-1980` or `1980-05-17` → `1980-05-17`; anything else stays as typed. */
export function typedDay(typed: string | undefined): string | undefined {
  const text = cleanText(typed ?? '');
  if (text === '') return undefined;
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return text;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : text;
}

const typedText = (typed: string | undefined): string | undefined => {
  const text = cleanText(typed ?? '');
  return text === '' ? undefined : text;
};
const typedCode = (typed: string | undefined): string | undefined => typedText(typed?.replace(/\s/g, ''));

/** Drops what is absent, so that a record holds only what was said. */
const said = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** A group that is there only when something in it was said. */
const group = (record: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined => {
  const rest = said(record);
  return Object.keys(rest).length === 0 ? undefined : rest;
};

/** Keys of the members that count: rows in which nothing stands are not sent. */
export const sentMembers = ({ members = [] }: DraftForm): readonly DraftMember[] =>
  members.filter((member) =>
    [member.fullName, member.identityNumber, member.contribution, member.organisationCode].some(
      (text) => typedText(text) !== undefined,
    ),
  );

/** What the form says as the body of a filing; not validated yet, and wrong where something wrong was typed. */
export function versionOf(form: DraftForm): Record<string, unknown> {
  const members = sentMembers(form);
  const places = new Map(members.map(({ key }, place) => [key, place]));
  const named = <T extends { readonly member: string }>(list: readonly T[] | undefined) =>
    list?.flatMap(({ member, ...rest }) => {
      const place = places.get(member);
      return place === undefined ? [] : [{ member: place, ...rest }];
    });
  const application = said({
    kind: form.kind,
    ownName: typedText(form.ownName),
    foreignName: typedText(form.foreignName),
    abbreviation: typedText(form.abbreviation),
    headOffice: said({
      areaCode: form.areaCode,
      line: typedText(form.line),
      phone: typedText(form.phone),
      email: typedText(form.email),
      website: typedText(form.website),
    }),
    businessLines: (form.businessLines ?? []).map(({ code, detail, main }) =>
      said({ code, detail: typedText(detail), main }),
    ),
    charterCapital: typedAmount(form.charterCapital),
    members: members.map((member) => memberOf(member, member.key === form.representative)),
    governance: form.governance,
    conference: said({
      ...Object.fromEntries(CONFERENCE_DAYS.map((field) => [field, typedDay(form.conference?.[field])])),
      ...Object.fromEntries(CONFERENCE_COUNTS.map((field) => [field, typedAmount(form.conference?.[field])])),
    }),
    elected: named(form.elected)?.map(({ votesFor, ...rest }) => said({ ...rest, votesFor: typedAmount(votesFor) })),
    taxRegistration: group({
      accountingYearStart: typedText(form.accountingYearStart),
      vatMethod: form.vatMethod,
      employees: typedAmount(form.employees),
      expectedStartOn: typedDay(form.expectedStartOn),
    }),
    beneficialOwners: named(form.owners),
    delivery:
      form.delivery === undefined
        ? undefined
        : said({
            form: form.delivery,
            officeId: form.delivery === 'atDesk' ? form.deliveryOfficeId : undefined,
            address: form.delivery === 'post' ? typedText(form.deliveryAddress) : undefined,
          }),
    foundedBeforeInvestmentCertificate: form.foundedBeforeInvestmentCertificate,
  });
  return { application, documents: form.documents ?? [] };
}

function memberOf(member: DraftMember, legalRepresentative: boolean): Record<string, unknown> {
  const { fullName, identityNumber, dateOfBirth, gender, nationality = 'VN', residence, phone } = member;
  return said({
    person: said({
      fullName: typedText(fullName),
      identityNumber: typedCode(identityNumber),
      dateOfBirth: typedDay(dateOfBirth),
      gender,
      nationality,
      residence: typedText(residence),
      phone: typedText(phone),
    }),
    memberKind: member.memberKind ?? 'official',
    contribution: member.memberKind === 'nonContributing' ? 0 : typedAmount(member.contribution),
    organisationCode: typedCode(member.organisationCode),
    legalRepresentative: legalRepresentative ? true : undefined,
  });
}
