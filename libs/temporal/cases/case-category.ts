/** How one kind of case meets its workflow. */
export interface CaseCategory {
  /** Category of the streams: `dossier` for `dossier-<caseId>`. */
  readonly category: string;
  readonly workflowType: string;
  readonly taskQueue: string;
  workflowIdOf(caseId: string): string;
  /** Facts that open a case; they start its workflow. */
  readonly openingTypes: readonly string[];
  /** Facts that the workflow waits for; the others ride along with the next of these. */
  readonly wakingTypes: readonly string[];
  /** Facts after which nothing is waited for: a case is open as long as it has more opening facts than closing ones. */
  readonly closingTypes: readonly string[];
  /** True when a later opening fact starts a workflow again after one came to its end. */
  readonly reopens?: boolean;
}

/** `dossier-018f…` → `018f…`; undefined when the stream is of another category. */
export function caseIdOf(category: CaseCategory, stream: string): string | undefined {
  const prefix = `${category.category}-`;
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}

/** True while a case of so many facts has more opening than closing ones. */
export function isOpen(category: CaseCategory, types: readonly string[]): boolean {
  const count = (among: readonly string[]): number => types.filter((type) => among.includes(type)).length;
  return count(category.openingTypes) > count(category.closingTypes);
}
