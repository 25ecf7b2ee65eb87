import type { DraftFindings, DraftForm } from './draft-types';

/** What every section of the form is given. */
export interface SectionProps {
  readonly form: DraftForm;
  readonly change: (part: Partial<DraftForm>) => void;
  /** What the server says is wrong with a field, by its id. */
  readonly wrong: (id: string) => string | undefined;
  readonly findings: DraftFindings | undefined;
}
