import type { CaseDocument, CaseView } from '../../api/types';
import { amount, amountText } from '../amount';

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
  const { legalRepresentativeId, ...stated } = application;
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

export interface Change {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Old beside new, only where they differ. */
export function changesOf(dossier: CaseView, form: CorrectionForm, documentWords: (kind: string) => string): Change[] {
  const before = formOf(dossier);
  const changes: Change[] = [
    { words: 'Tên riêng', before: before.ownName, after: form.ownName },
    { words: 'Trụ sở chính', before: before.line, after: form.line },
    { words: 'Điện thoại', before: before.phone, after: form.phone },
    { words: 'Mã ngành chính', before: before.mainLine, after: form.mainLine },
    { words: 'Vốn điều lệ (đồng)', before: before.charterCapital, after: form.charterCapital },
    ...dossier.application.members.map(({ personId, person }) => ({
      words: `Vốn góp của ${person?.fullName ?? 'thành viên'} (đồng)`,
      before: before.contributions[personId] ?? '',
      after: form.contributions[personId] ?? '',
    })),
    {
      words: 'Tổ chức quản trị',
      before: before.governance === 'full' ? 'Đầy đủ' : 'Rút gọn',
      after: form.governance === 'full' ? 'Đầy đủ' : 'Rút gọn',
    },
    ...Object.entries(form.files).map(([kind, file]) => ({
      words: documentWords(kind),
      before: dossier.documents.find((document) => document.kind === kind)?.fileName ?? 'chưa nộp',
      after: `${file.name} (tệp mới)`,
    })),
  ];
  return changes.filter((change) => change.before !== change.after);
}
