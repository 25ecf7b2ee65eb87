import type { CheckResult } from './dossier.events';
import type { JudgedCheck } from './examination.events';
import type { FiledDossier } from './dossier.state';

/** One item that an examination goes through: a finding of the machine, or a paper. */
export interface CheckItem {
  /** Name of the check, or `document:<kind>`. */
  readonly check: string;
  /** What the machine found; absent for papers, which no machine reads. */
  readonly machine?: CheckResult['outcome'];
  /** What a person said last. */
  readonly judged?: JudgedCheck['outcome'];
}

export const documentItem = (kind: string): string => `document:${kind}`;

/** The check list of the present round; empty until the machine has looked. */
export function checkList(state: FiledDossier): readonly CheckItem[] {
  const { checks, judged, round, documents } = state;
  if (checks?.round !== round) return [];
  const said = judged?.round === round ? judged.outcomes : {};
  const papers = [...new Set(documents.map(({ kind }) => documentItem(kind)))];
  return [
    ...Object.entries(checks.outcomes).map(([check, machine]) => ({ check, machine, ...saidOf(said[check]) })),
    ...papers.map((check) => ({ check, ...saidOf(said[check]) })),
  ];
}

const saidOf = (judged: JudgedCheck['outcome'] | undefined) => (judged === undefined ? {} : { judged });

/** What is known to be wrong with the present round: found by the machine, or by a person. */
export const failedItems = (state: FiledDossier): readonly string[] =>
  checkList(state)
    .filter(({ machine, judged }) => machine === 'failed' || judged === 'failed')
    .map(({ check }) => check);

/** What a person must still judge: a finding counts from its confirmation on. A certain failure needs nobody's word. */
export const openItems = (state: FiledDossier): readonly string[] =>
  checkList(state)
    .filter(({ machine, judged }) => judged === undefined && machine !== 'failed')
    .map(({ check }) => check);
