import { say } from '../../shared/language';
import { loanPlace } from './apply/places';
import type { Fund, Said } from './types';

/** What a list of missing things may name: `document:<kind>`, or a part of the plan. */
export function missingWords(subject: string, fund: Fund | undefined, pick: (text: Said) => string): string {
  const [, kind] = /^document:(.+)$/.exec(subject) ?? [];
  if (kind === undefined) return loanPlace(`/plan/${subject}`)?.words ?? subject;
  const paper = fund?.policy?.policy.documents.find((one) => one.kind === kind);
  return paper === undefined ? say('Giấy tờ', 'Paper') : pick({ vi: paper.nameVi, en: paper.nameEn });
}
