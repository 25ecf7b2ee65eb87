import type { CaseDocument, CaseView } from '../../api/types';
import { amount, amountText } from '../amount';
import { say } from '../../shared/language';

/** Parts of a declaration that a correction may touch. */
export const SECTIONS = ['ownName', 'headOffice', 'businessLines', 'capital', 'governance', 'documents'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the applicant changes, as typed; starts as it was declared before. */
export interface CorrectionForm {
  readonly ownName: string;
  readonly line: string;
  readonly phone: string;
  readonly mainLine: string;
  readonly charterCapital: string;
  /** By person id. */
  readonly contributions: Readonly<Record<string, string>>;
  readonly governance: 'full' | 'simplified';
  /** New papers by kind; the others stay as they are. */
  readonly files: Readonly<Record<string, File>>;
}

export function formOf({ application }: CaseView): CorrectionForm {
  return {
    ownName: application.ownName,
    line: application.headOffice.line,
    phone: application.headOffice.phone ?? '',
    mainLine: application.businessLines.find((line) => line.main)?.code ?? '',
    charterCapital: amountText(application.charterCapital),
    contributions: Object.fromEntries(
      application.members.map(({ personId, contribution }) => [personId, amountText(contribution)]),
    ),
    governance: application.governance,
    files: {},
  };
}

/** The section in which a defect is mended; undefined for one that names nothing this page can change. */
export function sectionOf(subject: string): Section | undefined {
  const [top = ''] = subject.split('.');
  if (subject.startsWith('document:')) return 'documents';
  if (top === 'charterCapital' || top === 'members') return 'capital';
  return SECTIONS.find((section) => section === top);
}

/** The whole version with the changes in it; persons stated before are named by their id. */
export function versionOf({ application }: CaseView, form: CorrectionForm, documents: readonly CaseDocument[]): object {
  const { legalRepresentativeId, elected, beneficialOwners, ...stated } = application;
  return {
    application: {
      ...stated,
      ownName: form.ownName,
      headOffice: {
        ...application.headOffice,
        line: form.line,
        ...(form.phone === '' ? {} : { phone: form.phone }),
      },
      businessLines: application.businessLines.map((line) => (line.main ? { ...line, code: form.mainLine } : line)),
      charterCapital: amount(form.charterCapital),
      governance: form.governance,
      ...(elected && { elected: elected.map(({ personId, office, votesFor }) => ({ personId, office, votesFor })) }),
      ...(beneficialOwners && {
        beneficialOwners: beneficialOwners.map(({ personId, ground, shareBasisPoints }) => ({
          personId,
          ground,
          ...(shareBasisPoints === undefined ? {} : { shareBasisPoints }),
        })),
      }),
      members: application.members.map(({ personId, memberKind, organisationCode }) => ({
        personId,
        memberKind,
        contribution: amount(form.contributions[personId] ?? ''),
        ...(personId === legalRepresentativeId ? { legalRepresentative: true } : {}),
        ...(organisationCode === undefined ? {} : { organisationCode }),
      })),
    },
    documents,
  };
}

export const contributionWords = (name: string): string =>
  say(`Vốn góp của ${name} (đồng)`, `Contribution of ${name} (đồng)`);

const governanceWords = (governance: CorrectionForm['governance']): string =>
  governance === 'full' ? say('Đầy đủ', 'Full') : say('Rút gọn', 'Simplified');

export interface Change {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Old beside new, only where they differ. */
export function changesOf(dossier: CaseView, form: CorrectionForm, documentWords: (kind: string) => string): Change[] {
  const before = formOf(dossier);
  const changes: Change[] = [
    { words: say('Tên riêng', 'Own name'), before: before.ownName, after: form.ownName },
    { words: say('Trụ sở chính', 'Head office'), before: before.line, after: form.line },
    { words: say('Điện thoại', 'Phone'), before: before.phone, after: form.phone },
    { words: say('Mã ngành chính', 'Code of the main line'), before: before.mainLine, after: form.mainLine },
    {
      words: say('Vốn điều lệ (đồng)', 'Charter capital (đồng)'),
      before: before.charterCapital,
      after: form.charterCapital,
    },
    ...dossier.application.members.map(({ personId, person }) => ({
      words: contributionWords(person?.fullName ?? say('thành viên', 'a member')),
      before: before.contributions[personId] ?? '',
      after: form.contributions[personId] ?? '',
    })),
    {
      words: say('Tổ chức quản trị', 'Governance'),
      before: governanceWords(before.governance),
      after: governanceWords(form.governance),
    },
    ...Object.entries(form.files).map(([kind, file]) => ({
      words: documentWords(kind),
      before: dossier.documents.find((document) => document.kind === kind)?.fileName ?? say('chưa nộp', 'not filed'),
      after: `${file.name} (${say('tệp mới', 'new file')})`,
    })),
  ];
  return changes.filter((change) => change.before !== change.after);
}
