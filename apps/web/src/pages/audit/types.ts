import type { Moment } from '../../api/types';

export type Subjects = 'organisations' | 'cases' | 'people';

/** One fact as the inspector's routes tell it. */
export interface AuditEntry {
  readonly id: string;
  readonly position: string;
  readonly category: string;
  readonly subjectId: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly effectiveOn?: string;
  readonly by: {
    readonly personId: string;
    readonly role: string;
    readonly officeId?: string;
    readonly onBehalfOf?: string;
  };
  readonly articles: readonly { readonly article: string; readonly evidence: string }[];
  readonly documents: readonly { readonly kind: string; readonly fileName?: string; readonly sha256: string }[];
  readonly correlationId: string;
  readonly commandId: string;
  readonly data: unknown;
}

export interface Timeline {
  readonly title: string;
  readonly items: readonly AuditEntry[];
  readonly total: number;
  readonly next?: string;
  readonly asOf?: Moment;
  readonly facets: {
    readonly types: readonly string[];
    readonly persons: readonly string[];
    readonly articles: readonly string[];
  };
}

export interface Difference {
  readonly path: readonly string[];
  readonly change: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface MaskedPerson {
  readonly fullName?: string;
  readonly identityNumber?: string;
}

/** Persons by id of ours, masked; null for those who were erased. */
export type Persons = Readonly<Record<string, MaskedPerson | null>>;

export interface Comparison {
  readonly from?: Moment;
  readonly to?: Moment;
  readonly before: object;
  readonly after: object;
  readonly differences: readonly Difference[];
  readonly persons: Persons;
}
