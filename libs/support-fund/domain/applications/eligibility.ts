import type { Dong, EvidenceMark, LocalDate } from '@hoptac/kernel';
import type { ExposureFigures } from '../exposure-port';
import type { FundPolicy } from '../fund/fund-policy';
import type { BorrowerKind } from '../loan-contract';
import { ownCapitalShare, type LoanPlan } from './loan-plan';

/** A value of the law with where it stands. */
export interface Cited<T> {
  readonly value: T;
  readonly article: string;
  readonly evidence: EvidenceMark;
}

/** One finding — kết quả kiểm tra điều kiện vay vốn; `inputs` holds what was compared, never personal data. */
export interface EligibilityFinding {
  readonly check:
    'borrowerKind' | 'borrowerStatus' | 'area' | 'age' | 'ownCapital' | 'singleLimit' | 'relatedLimit' | 'security';
  readonly outcome: 'passed' | 'failed' | 'undecided';
  readonly article: string;
  readonly evidence: EvidenceMark;
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
}

/** What the register says of the borrower, or of the organisation that a member belongs to. */
export interface BorrowerFacts {
  readonly kind: BorrowerKind;
  readonly legalStatus: string;
  /** Within the fund's area on the day. */
  readonly inArea: boolean;
  /** Of a natural person: of age on the day; absent for organisations. */
  readonly ofAge?: boolean;
}

export interface EligibilityLaw {
  readonly kinds: Cited<readonly string[]>;
  readonly minimumAge: Cited<number>;
  readonly area: Omit<Cited<unknown>, 'value'>;
  readonly status: Omit<Cited<unknown>, 'value'>;
  readonly ownCapital: Omit<Cited<unknown>, 'value'>;
  readonly limits: Omit<Cited<unknown>, 'value'>;
  readonly security: Omit<Cited<unknown>, 'value'>;
}

export interface EligibilityInputs {
  readonly facts: BorrowerFacts;
  readonly plan: LoanPlan;
  /** What would be lent. */
  readonly amount: Dong;
  readonly policy: FundPolicy;
  readonly actualCharterCapital: Dong;
  readonly exposure: ExposureFigures;
  readonly law: EligibilityLaw;
  readonly on: LocalDate;
}

const WHOLE = 10_000n;
/** So much of the capital, đồng, rounded down. */
export const shareOf = (capital: Dong, share: number): Dong =>
  Number((BigInt(Math.max(0, capital)) * BigInt(share)) / WHOLE);

/** Whether the borrower may borrow and how far, by the register's facts and the fund's policy of the day (D45 Art. 20–23, 26). Pure. */
export function checkEligibility(inputs: EligibilityInputs): readonly EligibilityFinding[] {
  const { facts, plan, amount, policy, exposure, law, actualCharterCapital } = inputs;
  const single = shareOf(actualCharterCapital, policy.singleBorrowerShare);
  const related = shareOf(actualCharterCapital, policy.relatedShare);
  const own = ownCapitalShare(plan);
  const finding = (
    check: EligibilityFinding['check'],
    holds: boolean,
    { article, evidence }: Omit<Cited<unknown>, 'value'>,
    compared: EligibilityFinding['inputs'],
  ): EligibilityFinding => ({ check, outcome: holds ? 'passed' : 'failed', article, evidence, inputs: compared });
  return [
    finding('borrowerKind', law.kinds.value.includes(facts.kind), law.kinds, { kind: facts.kind }),
    finding('borrowerStatus', facts.legalStatus === 'ACTIVE', law.status, { legalStatus: facts.legalStatus }),
    finding('area', facts.inArea, law.area, { inArea: facts.inArea }),
    ...(facts.ofAge === undefined
      ? []
      : [finding('age', facts.ofAge, law.minimumAge, { minimumAge: law.minimumAge.value, ofAge: facts.ofAge })]),
    finding('ownCapital', own >= policy.ownCapitalMinimumShare, law.ownCapital, {
      share: own,
      minimumShare: policy.ownCapitalMinimumShare,
    }),
    finding('singleLimit', exposure.borrower + amount <= single, law.limits, {
      limit: single,
      taken: exposure.borrower,
      wanted: amount,
    }),
    finding('relatedLimit', exposure.withRelated + amount <= related, law.limits, {
      limit: related,
      taken: exposure.withRelated,
      wanted: amount,
    }),
    {
      ...finding('security', true, law.security, { offered: plan.securities.length }),
      outcome: plan.securities.length > 0 ? 'passed' : 'undecided',
    },
  ];
}

export const failedFindings = (findings: readonly EligibilityFinding[]): readonly EligibilityFinding[] =>
  findings.filter(({ outcome }) => outcome === 'failed');
