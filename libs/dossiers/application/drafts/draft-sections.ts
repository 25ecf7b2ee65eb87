import type { WrongField } from '@hoptac/platform';
import type { CheckResult } from '../../domain';
import type { DraftForm } from './draft-form';

/** Sections of the form in the order in which people fill them in. */
export const DRAFT_SECTIONS = [
  'name',
  'headOffice',
  'businessLines',
  'members',
  'representative',
  'governance',
  'tax',
  'owners',
  'documents',
  'delivery',
] as const;
export type DraftSection = (typeof DRAFT_SECTIONS)[number];

/** Chưa khai · Đang khai · Đã xong · Có lỗi. */
export type SectionState = 'empty' | 'started' | 'done' | 'wrong';

/** A field of the filing that is missing or malformed; the pointer is that of a filing's body. */
export interface FieldFinding {
  readonly pointer: string;
  readonly missing: boolean;
  readonly vi: string;
  readonly en: string;
}

export interface SectionFindings {
  readonly section: DraftSection;
  readonly state: SectionState;
  readonly fields: readonly FieldFinding[];
  /** Checks that fail, or that a person will judge. */
  readonly checks: readonly CheckResult[];
}

const POINTERS: readonly (readonly [RegExp, DraftSection])[] = [
  [/^\/application\/(kind|ownName|foreignName|abbreviation)/, 'name'],
  [/^\/application\/headOffice/, 'headOffice'],
  [/^\/application\/businessLines/, 'businessLines'],
  [/^\/application\/(members|charterCapital)/, 'members'],
  [/^\/application\/(governance|conference|elected)/, 'governance'],
  [/^\/application\/taxRegistration/, 'tax'],
  [/^\/application\/beneficialOwners/, 'owners'],
  [/^\/application\/delivery/, 'delivery'],
  [/^\/(documents|application\/foundedBefore)/, 'documents'],
];

const CHECKS: Readonly<Record<string, DraftSection>> = {
  documentsComplete: 'documents',
  nameForm: 'name',
  nameNotDuplicate: 'name',
  nameNotConfusing: 'name',
  headOfficeInArea: 'headOffice',
  businessLines: 'businessLines',
  representativeIsMember: 'representative',
  governance: 'governance',
  officersCompatible: 'governance',
  beneficialOwners: 'owners',
};
const OF_MEETING = /conference|elected/i;
const OF_REPRESENTATIVE = /representative/i;

export const sectionOfField = ({ pointer }: Pick<WrongField, 'pointer'>): DraftSection =>
  POINTERS.find(([shape]) => shape.test(pointer))?.[1] ?? 'name';

/** A check that no line names is about persons and capital. */
export const sectionOfCheck = ({ check }: Pick<CheckResult, 'check'>): DraftSection =>
  CHECKS[check] ??
  (OF_MEETING.test(check) ? 'governance' : OF_REPRESENTATIVE.test(check) ? 'representative' : 'members');

const FIELDS: Readonly<Record<DraftSection, readonly (keyof DraftForm)[]>> = {
  name: ['kind', 'ownName'],
  headOffice: ['areaCode', 'line', 'phone', 'email', 'website'],
  businessLines: ['businessLines'],
  members: ['charterCapital', 'members'],
  representative: ['representative'],
  governance: ['governance', 'conference', 'elected'],
  tax: ['accountingYearStart', 'vatMethod', 'employees', 'expectedStartOn'],
  owners: ['owners'],
  documents: ['documents'],
  delivery: ['delivery'],
};

/** Whether anything stands in the section yet. */
export const isBegun = (section: DraftSection, form: DraftForm): boolean =>
  FIELDS[section].some((field) => {
    const value = form[field];
    if (value === undefined || value === '') return false;
    return Array.isArray(value) ? value.length > 0 : true;
  });
