import type { EvidenceMark, RegimeId } from '@hoptac/kernel';
import type { Rulebook } from './rulebook';
import type { RefusalGroundRule, RulebookSubject, Term } from './rulebook.types';

/** One thing that may be done against a refusal, with where the law says it. */
export interface Remedy {
  /** `lift`: what ends the ground itself; the others as the rulebook names them. */
  readonly remedy: 'lift' | 'newFiling' | 'complaint' | 'lawsuit';
  readonly textVi: string;
  readonly textEn: string;
  /** From the day on which the refusal was received. */
  readonly within?: Term;
  readonly article: string;
  readonly evidence: EvidenceMark;
}

const REMEDIES = ['newFiling', 'complaint', 'lawsuit'] as const;

/** What may be done against a refusal on this ground under the regime, in the order in which people would try. */
export function remediesAgainst(
  rulebook: Rulebook,
  ground: RefusalGroundRule['ground'],
  regime: RegimeId,
): readonly Remedy[] {
  const rule = rulebook.procedure('P01', regime).refusalGrounds.find((known) => known.ground === ground);
  const lifted: readonly Remedy[] =
    rule?.liftedVi === undefined || rule.liftedEn === undefined
      ? []
      : [
          {
            remedy: 'lift',
            textVi: rule.liftedVi,
            textEn: rule.liftedEn,
            article: rule.article,
            evidence: rule.evidence,
          },
        ];
  return [
    ...lifted,
    ...REMEDIES.flatMap((remedy): Remedy[] => {
      const subject = `remedy.${remedy}` as const satisfies RulebookSubject;
      if (!rulebook.knowsInRegime(subject, regime)) return [];
      const { value, article, evidence } = rulebook.valueInRegime(subject, regime);
      const { grounds, textVi, textEn, within } = value;
      if (!grounds.includes(ground)) return [];
      return [{ remedy, textVi, textEn, article, evidence, ...(within === undefined ? {} : { within }) }];
    }),
  ];
}

const UNITS_VI: Readonly<Record<Term['unit'], string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
};

/** `90 ngày`, `01 năm`. */
export const termTextVi = ({ amount, unit }: Term): string => `${String(amount).padStart(2, '0')} ${UNITS_VI[unit]}`;
