import { addDays, type LocalDate, type RegimeId } from '@hoptac/kernel';
import type { Law, Regime, Sourced } from './rulebook.types';

export type ContradictionCode =
  | 'REGIME_OVERLAP'
  | 'REGIME_GAP'
  | 'PERIOD_REVERSED'
  | 'LAW_UNKNOWN'
  | 'ARTICLE_MALFORMED'
  | 'ARTICLE_UNKNOWN'
  | 'ARTICLE_MISSING'
  | 'LAW_NOT_IN_FORCE'
  | 'RULE_OVERLAP'
  | 'RULE_GAP'
  | 'SPLITS_REGIME'
  | 'DOCUMENT_UNKNOWN'
  | 'PROCEDURE_UNKNOWN'
  | 'PROCEDURE_TWICE'
  | 'TIMER_WITHOUT_ARTICLE'
  | 'TIMER_LENGTH'
  | 'ACTOR_MISSING'
  | 'TRANSITION_MISSING'
  | 'TRANSITION_STRAY'
  | 'SHARE_OUT_OF_RANGE'
  | 'QUORUM_RISES';

/** One thing in the data that cannot be so. */
export interface Contradiction {
  readonly code: ContradictionCode;
  /** Path in the data: `procedures.P01.timers.decision`. */
  readonly where: string;
  readonly why: string;
}

type Days = { readonly from: LocalDate; readonly to?: LocalDate };

/** One subject's rules: in order, without overlap or gap, each as long as whole regimes, each with articles that exist and were in force. */
export function ruleContradictions(
  rules: readonly Sourced[],
  where: string,
  laws: readonly Law[],
  regimes: readonly Regime[],
): readonly Contradiction[] {
  return [
    ...sequence(rules, () => where, 'RULE_OVERLAP', 'RULE_GAP'),
    ...rules.flatMap((rule) => citationContradictions(rule, where, laws)),
    ...rules
      .filter((rule) => splitsRegime(rule, regimes))
      .map((rule) =>
        problem(
          'SPLITS_REGIME',
          where,
          `${rule.from}–${rule.to ?? ''} begins or ends within a regime; new law makes a new regime`,
        ),
      ),
  ];
}

function splitsRegime(rule: Days, regimes: readonly Regime[]): boolean {
  const begins = regimes.some((regime) => regime.from === rule.from);
  const ends = rule.to === undefined || regimes.some((regime) => regime.to === rule.to);
  return !begins || !ends;
}

/** Neighbours that overlap or leave days out. */
export function sequence(
  items: readonly Days[],
  where: (item: Days & { id?: RegimeId }) => string,
  overlap: ContradictionCode,
  gap: ContradictionCode,
): readonly Contradiction[] {
  return items.flatMap((item, index) => {
    const found: Contradiction[] = [];
    if (item.to !== undefined && item.to < item.from)
      found.push(problem('PERIOD_REVERSED', where(item), `it ends on ${item.to}, before ${item.from}`));
    const previous = items[index - 1];
    if (previous === undefined) return found;
    if (previous.to === undefined || previous.to >= item.from)
      found.push(problem(overlap, where(item), `${item.from} lies within the days of the one before it`));
    else if (addDays(previous.to, 1) !== item.from)
      found.push(
        problem(gap, where(item), `nothing holds from ${addDays(previous.to, 1)} to ${addDays(item.from, -1)}`),
      );
    return found;
  });
}

const CITATION = /^(?<law>[A-Z]+\d+) Art\. (?<article>\d+)(?:\.(?:\d+|[a-zđ]))*$/u;

/** Articles that do not exist, and laws that were not in force. */
export function citationContradictions(rule: Sourced, where: string, laws: readonly Law[]): readonly Contradiction[] {
  return rule.article.split('; ').flatMap((citation) => {
    if (citation.trim() === '') return [problem('ARTICLE_MISSING', where, 'a rule needs its article')];
    const match = CITATION.exec(citation);
    const id = match?.groups?.['law'] ?? citation;
    const law = laws.find((candidate) => candidate.id === id);
    if (law === undefined) {
      const malformed = match === null && !/^[A-Z]+\d+$/.test(citation);
      return [problem(malformed ? 'ARTICLE_MALFORMED' : 'LAW_UNKNOWN', where, `${citation} names no law of the list`)];
    }
    if (match === null && rule.evidence === 'verified')
      return [problem('ARTICLE_MISSING', where, `a verified rule names its article of ${id}`)];
    const number = Number(match?.groups?.['article']);
    if (match !== null && !law.articles.some(([first, last]) => first <= number && number <= last)) {
      return [problem('ARTICLE_UNKNOWN', where, `${citation} is not among the articles known of ${id}`)];
    }
    const meets = (law.to === undefined || rule.from <= law.to) && (rule.to === undefined || law.from <= rule.to);
    return meets ? [] : [problem('LAW_NOT_IN_FORCE', where, `${id} was not in force on any day of the rule`)];
  });
}

export const problem = (code: ContradictionCode, where: string, why: string): Contradiction => ({ code, where, why });
