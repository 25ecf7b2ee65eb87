import { foundingApplication } from '@hoptac/demo';
import { freshName } from './founding-case';

export type Body = Readonly<Record<string, unknown>>;

/** One field of the filing form, as the published description has it. */
export interface Field {
  readonly path: readonly string[];
  readonly kind: 'text' | 'freeText' | 'code' | 'amount' | 'flag' | 'day' | 'group' | 'list';
  readonly optional: boolean;
}

const field = (path: string, kind: Field['kind'], optional = false): Field => ({
  path: path.split('.'),
  kind,
  optional,
});
const IN = 'application';
const MEMBER = 'application.members.0';

/** Every field of a founding application; a new field of the form belongs here. */
export const FIELDS: readonly Field[] = [
  field('channel', 'code'),
  field('applicantId', 'code', true),
  field('application', 'group'),
  field('documents', 'list'),
  field('documents.0.kind', 'code'),
  field('documents.0.sha256', 'code'),
  field('documents.0.fileName', 'text'),
  field('documents.0.mediaType', 'freeText', true),
  field('documents.0.size', 'amount', true),
  field(`${IN}.kind`, 'code'),
  field(`${IN}.ownName`, 'text'),
  field(`${IN}.foreignName`, 'freeText', true),
  field(`${IN}.abbreviation`, 'freeText', true),
  field(`${IN}.headOffice`, 'group'),
  field(`${IN}.headOffice.areaCode`, 'code'),
  field(`${IN}.headOffice.line`, 'text'),
  field(`${IN}.headOffice.phone`, 'code', true),
  field(`${IN}.headOffice.email`, 'code', true),
  field(`${IN}.businessLines`, 'list'),
  field(`${IN}.businessLines.0.code`, 'code'),
  field(`${IN}.businessLines.0.detail`, 'freeText', true),
  field(`${IN}.businessLines.0.main`, 'flag'),
  field(`${IN}.charterCapital`, 'amount'),
  field(`${IN}.members`, 'list'),
  field(`${MEMBER}.person`, 'group'),
  field(`${MEMBER}.person.fullName`, 'text'),
  field(`${MEMBER}.person.identityNumber`, 'code'),
  field(`${MEMBER}.person.dateOfBirth`, 'day', true),
  field(`${MEMBER}.person.gender`, 'code', true),
  field(`${MEMBER}.person.nationality`, 'code'),
  field(`${MEMBER}.person.residence`, 'freeText', true),
  field(`${MEMBER}.person.phone`, 'code', true),
  field(`${MEMBER}.memberKind`, 'code'),
  field(`${MEMBER}.contribution`, 'amount'),
  field(`${MEMBER}.organisationCode`, 'code', true),
  field(`${MEMBER}.legalRepresentative`, 'flag', true),
  field(`${IN}.governance`, 'code'),
  field(`${IN}.conference`, 'group'),
  field(`${IN}.conference.heldOn`, 'day'),
  field(`${IN}.conference.foundersInvited`, 'amount'),
  field(`${IN}.conference.foundersAttended`, 'amount'),
  field(`${IN}.conference.votesForCharter`, 'amount'),
];

/** Longer than any text of the form. */
export const longText = 'dài '.repeat(1_500);

/** A lawful filing with every optional field filled in. */
export function wholeFiling(documents: readonly unknown[], applicantId: string): Body {
  const application = foundingApplication({ ownName: freshName('Đủ mục') }) as {
    headOffice: Body;
    members: (Body & { person: Body })[];
  };
  const [first, ...others] = application.members;
  const person = { ...first?.person, gender: 'female', residence: 'Ấp Minh Phú', phone: '0912345678' };
  return {
    channel: 'online',
    applicantId,
    documents,
    application: {
      ...application,
      foreignName: 'Sample Cooperative',
      abbreviation: 'HTX Mẫu',
      headOffice: { ...application.headOffice, email: 'htx.mau@example.vn' },
      businessLines: [{ code: '0161', detail: 'Dịch vụ trồng trọt', main: true }],
      members: [{ ...first, person, organisationCode: '1700123456' }, ...others],
    },
  };
}

/** The form with one field changed; taken away when the value is undefined. */
export function mutated(body: Body, path: readonly string[], value: unknown): Body {
  const copy = structuredClone(body) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((part, key) => part[key] as Record<string, unknown>, copy);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return copy;
}
