/** A form as typed; the same shape as the server keeps. */
export interface DraftMember {
  readonly key: string;
  readonly fullName?: string;
  readonly identityNumber?: string;
  readonly dateOfBirth?: string;
  readonly gender?: 'male' | 'female' | 'other';
  readonly nationality?: string;
  readonly residence?: string;
  readonly memberKind?: 'official' | 'capitalContributing' | 'nonContributing';
  readonly contribution?: string;
  readonly organisationCode?: string;
}

export interface DraftDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly fileName: string;
}

export interface DraftLine {
  readonly code: string;
  readonly detail?: string;
  readonly main: boolean;
}

export interface DraftElected {
  readonly member: string;
  readonly office: string;
  readonly votesFor?: string;
}

export type ConferenceField =
  | 'heldOn'
  | 'minutesOn'
  | 'foundersInvited'
  | 'foundersAttended'
  | 'votesForCharter'
  | 'votesForMemberList'
  | 'votesForPlan';

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
  readonly businessLines?: readonly DraftLine[];
  readonly charterCapital?: string;
  readonly members?: readonly DraftMember[];
  readonly representative?: string;
  readonly governance?: 'full' | 'simplified';
  readonly conference?: Readonly<Partial<Record<ConferenceField, string>>>;
  readonly elected?: readonly DraftElected[];
  readonly accountingYearStart?: string;
  readonly vatMethod?: 'deduction' | 'direct' | 'none';
  readonly employees?: string;
  readonly expectedStartOn?: string;
  readonly owners?: readonly { readonly member: string; readonly ground: string }[];
  readonly documents?: readonly DraftDocument[];
  readonly foundedBeforeInvestmentCertificate?: boolean;
  readonly delivery?: 'electronic' | 'atDesk' | 'post';
  readonly deliveryOfficeId?: string;
  readonly deliveryAddress?: string;
}

export interface OpenDraft {
  readonly id: string;
  readonly status: 'Open';
  readonly revision: number;
  readonly savedAt: string;
  readonly expiresOn?: string;
  readonly form: DraftForm;
}
export type DraftView =
  OpenDraft | { readonly id: string; readonly status: 'Filed'; readonly dossierId: string; readonly caseCode: string };

export interface SavedAnswer {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly position?: string;
}

/** One thing that the server found, at a field or by a check. */
export interface FieldFinding {
  readonly pointer: string;
  readonly missing: boolean;
  readonly vi: string;
  readonly en: string;
}
export interface CheckFinding {
  readonly check: string;
  readonly outcome: 'failed' | 'undecided';
  readonly article: string;
  readonly evidence: string;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}
export interface SectionFindings {
  readonly section: string;
  readonly state: 'empty' | 'started' | 'done' | 'wrong';
  readonly fields: readonly FieldFinding[];
  readonly checks: readonly CheckFinding[];
}
export interface DraftFindings {
  readonly sections: readonly SectionFindings[];
  readonly complete: boolean;
  readonly papers: readonly { readonly kind: string; readonly article: string; readonly printed: boolean }[];
  readonly proposedOwners: readonly {
    readonly member: string;
    readonly ground: string;
    readonly shareBasisPoints?: number;
  }[];
  readonly decidingOfficeId?: string;
}
