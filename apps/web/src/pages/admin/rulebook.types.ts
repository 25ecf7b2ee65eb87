/** Where a rule comes from, how sure the house is of it, and on which days it holds. */
export interface Sourced {
  readonly article: string;
  readonly evidence: string;
  readonly from: string;
  readonly to?: string;
  readonly note?: string;
}

interface Named {
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface ProcedureView extends Named {
  readonly id: string;
  readonly article: string;
  readonly evidence: string;
  readonly documents: readonly (Sourced &
    Named & {
      readonly kind: string;
      readonly requiredWhen: readonly { readonly fact: string; readonly is: boolean }[];
    })[];
  readonly timers: readonly (Sourced & {
    readonly timer: string;
    readonly amount: number;
    readonly unit: string;
  })[];
  readonly actors: readonly (Sourced & Named & { readonly task: string })[];
  readonly refusalGrounds: readonly (Sourced & {
    readonly ground: string;
    readonly textVi: string;
    readonly textEn: string;
  })[];
  readonly grantConditions: readonly (Sourced & {
    readonly condition: string;
    readonly textVi: string;
    readonly textEn: string;
  })[];
  readonly receivingConditions: readonly (Sourced & {
    readonly condition: string;
    readonly textVi: string;
    readonly textEn: string;
  })[];
}

export interface SubjectView {
  readonly subject: string;
  readonly rules: readonly (Sourced & { readonly value: unknown; readonly inForce: boolean })[];
}

/** The rulebook as it stands on a day. */
export interface RulebookView {
  readonly on: string;
  readonly version: string;
  readonly regime: Named & { readonly id: string };
  readonly regimes: readonly (Named & {
    readonly id: string;
    readonly from: string;
    readonly to?: string;
    readonly laws: readonly string[];
    readonly evidence: string;
    readonly note?: string;
  })[];
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly appliesFrom: string;
    readonly pending: 'stays' | 'moves';
    readonly except: readonly string[];
    readonly article: string;
    readonly evidence: string;
    readonly note?: string;
  }[];
  readonly laws: readonly (Named & {
    readonly id: string;
    readonly from: string;
    readonly to?: string;
    readonly evidence: string;
  })[];
  readonly procedures: readonly ProcedureView[];
  readonly unruled: readonly (Named & { readonly id: string })[];
  readonly values: readonly SubjectView[];
}
