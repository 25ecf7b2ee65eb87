import { typedDay } from '../../day';
import type { AgreedSchedule } from '../types';
import { DAY_COUNTS, METHODS, usualTerms, type TermsText } from './terms-form';

/** Terms as the server holds them, back in the words of the form; what the form does not offer keeps its usual answer. */
export function termsText(agreed: AgreedSchedule, from: string): TermsText {
  const { due, method, dayCount, rounding, grace, workingDays } = agreed;
  const usual = usualTerms(from);
  return {
    ...usual,
    ...('periods' in due
      ? {
          kind: 'periods' as const,
          firstOn: typedDay(due.periods.firstOn),
          count: String(due.periods.count),
          everyMonths: String(due.periods.everyMonths),
        }
      : {}),
    ...('harvests' in due
      ? {
          kind: 'harvests' as const,
          lastOn: typedDay(due.lastOn),
          harvests: due.harvests.map(({ day, month, share }) => ({
            key: crypto.randomUUID(),
            day: String(day),
            month: String(month),
            share: share === undefined ? '' : String(share),
          })),
        }
      : {}),
    method: METHODS.find((one) => one === method) ?? usual.method,
    dayCount: DAY_COUNTS.find((one) => one === dayCount) ?? usual.dayCount,
    unit: rounding.unit === 100 ? '100' : rounding.unit === 1000 ? '1000' : '1',
    remainder: rounding.remainder,
    interest: rounding.interest,
    ...(grace === undefined
      ? {}
      : {
          grace: grace.on,
          gracePeriods: String(grace.periods),
          deferredInterest: grace.deferredInterest ?? usual.deferredInterest,
        }),
    ...(workingDays === undefined
      ? { workingDays: 'keep' as const }
      : { workingDays: workingDays.rule, interestTo: workingDays.interestTo }),
  };
}
