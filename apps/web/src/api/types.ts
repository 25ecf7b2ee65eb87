/** Shapes of the API's answers that the pages read. */
export interface Session {
  readonly signedIn: boolean;
  readonly rehearsal: boolean;
  readonly embedded: boolean;
  readonly name?: string;
  readonly personId?: string;
  readonly roles: readonly { readonly role: string; readonly areaName?: string }[];
  readonly actions: readonly string[];
}

export interface AreaList {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly kind: string; readonly parent?: string }[];
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
  readonly next?: string;
  readonly current: boolean;
}

export interface OrganisationPage extends OrganisationLine {
  readonly revision: number;
  readonly sector?: string;
  readonly representativeName?: string;
  readonly certificateNumber?: string;
  readonly provenance?: { readonly file: string; readonly row: number };
  readonly gaps: readonly string[];
}

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly occurredAt: string;
  readonly effectiveOn?: string;
  readonly by: { readonly personId: string; readonly role: string; readonly officeId?: string; readonly onBehalfOf?: string };
  readonly legalBasis: readonly string[];
  readonly data: object;
}

export interface SystemState {
  readonly status: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly projections: readonly {
    readonly name: string;
    readonly schema: string;
    readonly state: string;
    readonly position: string;
    readonly end: string;
    readonly stoppedAt?: { readonly position: string; readonly eventType: string; readonly reason: string };
  }[];
}
