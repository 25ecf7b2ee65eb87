import type { EvidenceMark } from '@hoptac/kernel';
import { LINES_A_TO_F } from './lines-a-to-f.data';
import { LINES_G_TO_U } from './lines-g-to-u.data';

/** One class of the Vietnamese industry system — ngành kinh tế cấp 4. */
export interface ListedBusinessLine {
  /** Four digits. */
  readonly code: string;
  readonly name: string;
}

const lineOf = (text: string): ListedBusinessLine => ({ code: text.slice(0, 4), name: text.slice(5) });

/**
 * Classes to choose from (D295 Art. 13), as commonly published under Decision 27/2018/QĐ-TTg and not compared with its annex: to be confirmed, and not whole.
 * A line that is not listed may be registered all the same and is reported to the ministry, so a code is never refused for not standing here.
 */
export const BUSINESS_LINES: {
  readonly article: string;
  readonly evidence: EvidenceMark;
  readonly lines: readonly ListedBusinessLine[];
} = {
  article: 'D295 Art. 13',
  evidence: 'to_confirm',
  lines: `${LINES_A_TO_F}${LINES_G_TO_U}`
    .split('\n')
    .filter((text) => text !== '')
    .map(lineOf),
};
