import type { EvidenceMark } from '@hoptac/kernel';
import type { RulebookSource } from './rulebook.types';

const STRENGTH: readonly EvidenceMark[] = ['verified', 'secondary', 'to_confirm'];
const weaker = (a: EvidenceMark, b: EvidenceMark): EvidenceMark => (STRENGTH.indexOf(a) >= STRENGTH.indexOf(b) ? a : b);

/** How sure the house is of each article that its rules cite: the weakest mark among them. */
export function evidenceByArticle(source: RulebookSource): ReadonlyMap<string, EvidenceMark> {
  const marks = new Map<string, EvidenceMark>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { article, evidence } = value as { article?: unknown; evidence?: unknown };
    if (typeof article === 'string' && STRENGTH.includes(evidence as EvidenceMark))
      for (const part of article.split(';').map((text) => text.trim()))
        marks.set(part, weaker(marks.get(part) ?? 'verified', evidence as EvidenceMark));
    for (const inner of Object.values(value)) look(inner);
  };
  look(source);
  return marks;
}
