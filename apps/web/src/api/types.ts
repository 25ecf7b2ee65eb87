import type { Remedy } from '../shared/remedies';

/** Shapes of the API's answers that the pages read. */
export interface Session {
  readonly signedIn: boolean;
  readonly rehearsal: boolean;
  readonly embedded: boolean;
  /** The stack's clock, UTC. */
  readonly now: string;
  /** Seconds until the session ends. */
  readonly endsInS?: number;
  readonly name?: string;
  readonly personId?: string;
  readonly roles: readonly { readonly role: string; readonly areaName?: string }[];
  readonly actions: readonly string[];
}

export interface AreaList {
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: string;
    readonly parent?: string;
    readonly validFrom?: string;
    readonly validTo?: string;
    /** Who took its papers over when it ended. */
    readonly successor?: string;
    /** Areas it was made of. */
    readonly mergedFrom: readonly string[];
    readonly evidence: string;
    /** Office that deals with it on that day. */
    readonly officeId: string;
  }[];
}

export interface StoredDocument {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface FiledAnswer {
  readonly id: string;
  readonly caseCode: string;
}

export interface DueDate {
  readonly dueOn: string;
  readonly article: string;
  readonly toConfirm: boolean;
}

export interface OrganisationLine {
  readonly id: string;
  readonly code?: string;
  readonly name: string;
  readonly kind: string;
  readonly legalStatus: string;
  readonly areaCode: string;
  readonly addressLine: string;
  readonly registeredOn?: string;
  readonly charterCapital?: number;
  readonly officialMembers?: number;
}

export interface OrganisationList {
  readonly items: readonly OrganisationLine[];
  readonly total: number;
  /** There are more than `total`. */
  readonly totalIsMore: boolean;
  readonly next?: string;
  readonly current: boolean;
  readonly asOf?: Moment;
}

/** A place in the log: what an answer looked back to. */
export interface Moment {
  /** Commit position, decimal text. */
  readonly position: string;
  readonly instant: string;
}

export interface OrganisationPage extends OrganisationLine {
  readonly asOf?: Moment;
  readonly officeId: string;
  readonly dossierId?: string;
  readonly businessLines: readonly { readonly code: string; readonly main: boolean; readonly detail?: string }[];
  readonly capitalContributingAffiliates: number;
  readonly certificates: readonly {
    readonly number: string;
    readonly token: string;
    readonly issuedOn: string;
    readonly stands: 'inForce' | 'replaced';
  }[];
  readonly statuses: readonly { readonly legalStatus: string; readonly position: string; readonly since?: string }[];
  readonly revision: number;
  readonly sector?: string;
  readonly representativeName?: string;
  readonly certificateNumber?: string;
  readonly publication?: {
    readonly dueOn: string;
    readonly from?: string;
    readonly to?: string;
    readonly late: boolean;
  };
  readonly provenance?: { readonly file: string; readonly row: number };
  readonly gaps: readonly string[];
}

export interface TimelineEntry {
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly occurredAt: string;
  readonly effectiveOn?: string;
  readonly by: {
    /** Account; told to staff only. */
    readonly personId?: string;
    readonly role: string;
    readonly officeId?: string;
    readonly onBehalfOf?: string;
  };
  readonly legalBasis: readonly string[];
  readonly data: object;
}

export interface SystemState {
  readonly status: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly projections: readonly ProcessorState[];
  readonly parked: readonly ParkedEvent[];
}

/** One build of one read model. */
export interface ProcessorState {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  readonly state: string;
  readonly live: boolean;
  readonly position: string;
  readonly end: string;
  readonly parked: number;
  readonly considered: number;
  readonly stoppedAt?: {
    readonly position: string;
    readonly eventId: string;
    readonly eventType: string;
    readonly stream: string;
    readonly reason: string;
  };
  readonly progress?: { readonly done: number; readonly rate: number; readonly secondsLeft: number | null };
}

export interface ParkedEvent {
  readonly name: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  readonly position: string;
  readonly failure: string;
  readonly reason: string;
  readonly parkedBy: string;
  readonly parkedAt: string;
}

export interface DossierLine {
  readonly id: string;
  readonly caseCode: string;
  readonly name: string;
  readonly status: string;
  readonly step: { readonly vi: string };
  readonly officerId?: string;
  readonly receivedAt: string;
  readonly dueWhat?: 'decision' | 'correction';
  readonly dueOn?: string;
  readonly late: boolean;
  readonly closed: boolean;
}

export interface DossierList {
  readonly items: readonly DossierLine[];
  readonly total?: number;
  readonly next?: string;
  readonly current: boolean;
}

export interface Defect {
  readonly subject: string;
  readonly reason: string;
  readonly article: string;
}

export interface CaseMember {
  readonly personId: string;
  readonly memberKind: string;
  readonly contribution: number;
  readonly organisationCode?: string;
  readonly legalRepresentative: boolean;
  readonly person?: {
    readonly fullName?: string;
    readonly identityNumber?: string;
    readonly dateOfBirth?: string;
    readonly nationality?: string;
  };
}

export interface CaseDocument {
  readonly kind: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size?: number;
  readonly mediaType?: string;
}

export interface CaseApplication {
  readonly kind: string;
  readonly ownName: string;
  readonly foreignName?: string;
  readonly abbreviation?: string;
  readonly headOffice: {
    readonly areaCode: string;
    readonly line: string;
    readonly phone?: string;
    readonly email?: string;
  };
  readonly businessLines: readonly { readonly code: string; readonly main: boolean; readonly detail?: string }[];
  readonly charterCapital: number;
  readonly governance: 'full' | 'simplified';
  readonly conference: object;
  readonly legalRepresentativeId: string;
  readonly elected?: readonly { readonly personId: string; readonly office: string; readonly votesFor: number }[];
  readonly beneficialOwners?: readonly {
    readonly personId: string;
    readonly ground: string;
    readonly shareBasisPoints?: number;
  }[];
  readonly members: readonly CaseMember[];
}

export interface CaseView {
  readonly id: string;
  readonly revision: number;
  readonly caseCode: string;
  readonly regime: string;
  readonly status: string;
  readonly step: { readonly vi: string };
  readonly round: number;
  readonly decidingOfficeId: string;
  readonly receivedAt: string;
  readonly officerId?: string;
  readonly application: CaseApplication;
  readonly documents: readonly CaseDocument[];
  readonly due: DueDate;
  readonly late: boolean;
  readonly correctionDue?: DueDate;
  readonly taxCode?: string;
  readonly taxRefusal?: { readonly reason: string };
  readonly proposal?: {
    readonly decision: 'grant' | 'refuse';
    readonly by: string;
    readonly at: string;
    readonly reason?: string;
  };
  readonly returned?: { readonly by: string; readonly at: string; readonly reason: string };
  readonly withdrawal?: { readonly reason: string };
  readonly checks: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly article: string;
    readonly evidence: string;
    readonly inputs: Readonly<Record<string, string | number | boolean>>;
  }[];
  readonly notices: readonly {
    readonly defects: readonly Defect[];
    readonly due: DueDate;
    readonly answeredAt?: string;
  }[];
  readonly refusal?: { readonly reason: string; readonly article: string };
  readonly remedies?: readonly Remedy[];
  readonly certificate?: {
    readonly organisationId: string;
    readonly code: string;
    readonly number: string;
    readonly token: string;
    readonly issuedOn: string;
  };
  /** Items of the check list that somebody must still judge. */
  readonly openChecks: readonly string[];
  readonly allowedActions: readonly string[];
}
