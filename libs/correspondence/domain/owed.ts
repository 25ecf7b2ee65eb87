import type { Instant } from '@hoptac/kernel';

/** Papers that the context issues. */
export const PAPER_KINDS = [
  'receipt',
  'foundingRequest',
  'correctionNotice',
  'apology',
  'certificate',
  'refusal',
  'withdrawalConfirmation',
] as const;
export type IssuedPaperKind = (typeof PAPER_KINDS)[number];

/** What the applicant is told of. */
export const NOTICE_KINDS = [
  'received',
  'correctionRequested',
  'reminder',
  'late',
  'certificateIssued',
  'refused',
  'lapsed',
  'withdrawn',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a fact of a dossier owes to the applicant: a notice, and the papers it speaks of. */
export interface Owing {
  readonly kind: NoticeKind;
  readonly papers: readonly IssuedPaperKind[];
  readonly article: string;
}

/** A fact of a dossier, as far as this context looks at it. */
export interface DossierFact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const OWED_BY: Readonly<Record<string, Owing>> = {
  DossierFiled: { kind: 'received', papers: ['receipt', 'foundingRequest'], article: 'D295 Art. 19' },
  DossierResubmitted: {
    kind: 'received',
    papers: ['receipt', 'foundingRequest'],
    article: 'D295 Art. 19; D295 Art. 21',
  },
  DossierCorrectionRequested: {
    kind: 'correctionRequested',
    papers: ['correctionNotice'],
    article: 'L23 Art. 42.4; D295 Art. 21',
  },
  DossierReminded: { kind: 'reminder', papers: [], article: 'D295 Art. 19.6' },
  DossierDeadlinePassed: { kind: 'late', papers: ['apology'], article: 'L23 Art. 42.4' },
  // The office says why, and by when it means to answer: a slip of its own with the new day.
  DossierDelayExplained: { kind: 'late', papers: ['apology'], article: 'L23 Art. 42.4' },
  DossierCertificateIssued: {
    kind: 'certificateIssued',
    papers: ['certificate'],
    article: 'L23 Art. 42.4; L23 Art. 45',
  },
  DossierRefused: { kind: 'refused', papers: ['refusal'], article: 'L23 Art. 42.4; D295 Art. 32' },
  DossierLapsed: { kind: 'lapsed', papers: [], article: 'D295 Art. 19.6; D295 Art. 30.4' },
  DossierWithdrawn: { kind: 'withdrawn', papers: ['withdrawalConfirmation'], article: 'D295 Art. 19.7' },
};

/** Types of facts that may owe something. */
export const OWING_TYPES: readonly string[] = Object.keys(OWED_BY);

/** What the fact owes; undefined for facts that concern the office alone. */
export function owedBy({ type, data }: DossierFact): Owing | undefined {
  // Reminders of the office's own limits go to the office.
  if (type === 'DossierReminded' && data['to'] !== 'applicant') return undefined;
  return OWED_BY[type];
}

/** Until when a notice is tried before it counts as failed: a day, so that a mail server may be away over night. */
export const TRY_FOR_MS = 86_400_000;
export const tryUntil = (now: Instant): Instant => new Date(Date.parse(now) + TRY_FOR_MS).toISOString() as Instant;
