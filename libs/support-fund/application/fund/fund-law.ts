import { isDomainError, type LocalDate } from '@hoptac/kernel';
import { supportFundLaw, type SupportFundSubject } from '@hoptac/rulebook';
import type { BoundedParameter, Cited, EligibilityLaw, PolicyBound, PolicyBounds } from '../../domain';

const SUBJECT_OF: Readonly<Record<BoundedParameter, { subject: SupportFundSubject; kind: PolicyBound['kind'] }>> = {
  ownCapitalMinimumShare: { subject: 'ownCapital.minimumShare', kind: 'atLeast' },
  singleBorrowerShare: { subject: 'limit.singleBorrowerShare', kind: 'atMost' },
  relatedShare: { subject: 'limit.relatedShare', kind: 'atMost' },
  overdueRateFactor: { subject: 'overdueRate.maximumFactor', kind: 'atMost' },
  maximumTermMonths: { subject: 'term.maximumMonths', kind: 'atMost' },
  classificationWindowDays: { subject: 'classification.windowDays', kind: 'atMost' },
  writeOffMinimumYears: { subject: 'writeOff.minimumYears', kind: 'atLeast' },
};

/**
 * What the law allows of a policy on a day, with article and evidence mark.
 * @throws DomainError `RULEBOOK.NO_SUPPORT_FUND_RULE` for days before the law that the rulebook holds.
 */
export function policyBoundsOn(on: LocalDate): PolicyBounds {
  return Object.fromEntries(
    Object.entries(SUBJECT_OF).map(([parameter, { subject, kind }]) => {
      const { value, article, evidence } = supportFundLaw(subject, on);
      return [parameter, { kind, value: value as number, article, evidence }];
    }),
  ) as unknown as PolicyBounds;
}

const cited = <T>({ value, article, evidence }: Cited<T>): Cited<T> => ({ value, article, evidence });

/** What eligibility is checked against on a day. */
export function eligibilityLawOn(on: LocalDate): EligibilityLaw {
  const { article, evidence } = supportFundLaw('borrower.kinds', on);
  return {
    kinds: cited(supportFundLaw('borrower.kinds', on)),
    minimumAge: cited(supportFundLaw('borrower.minimumAge', on)),
    area: { article, evidence },
    status: { article: 'D45 Art. 22', evidence },
    ownCapital: cited(supportFundLaw('ownCapital.minimumShare', on)),
    limits: cited(supportFundLaw('limit.singleBorrowerShare', on)),
    // The text of Art. 26 was not seen; Art. 31 leaves kinds and waivers to the fund.
    security: { article: 'D45 Art. 26', evidence: 'to_confirm' },
  };
}

/** The same for a reader; undefined for a day before the law that the rulebook holds. */
export function readableLaw<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isDomainError(error) && error.code === 'RULEBOOK.NO_SUPPORT_FUND_RULE') return undefined;
    throw error;
  }
}
