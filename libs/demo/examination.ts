import type { ApiAnswer, Persona } from './persona';

/** What a case page says of the check list. */
export interface CheckListPage {
  readonly round: number;
  readonly openChecks: readonly string[];
}

/**
 * Confirms in one press every item of the check list that nobody has judged, as the case page does: findings of the machine and papers. The page must
 * show the checks of the round already.
 * @throws Error when the page cannot be read or the step is refused.
 */
export async function confirmChecks(officer: Persona, dossierId: string): Promise<void> {
  const { status, body } = await officer.get<CheckListPage>(`/api/dossiers/${dossierId}`);
  if (status >= 300) throw new Error(`The case cannot be read: ${String(status)} ${JSON.stringify(body)}`);
  if (body.openChecks.length === 0) return;
  const answer = await officer.post(`/api/dossiers/${dossierId}/check-confirmations`, allPassed(body));
  if (answer.status >= 300)
    throw new Error(`The checks were not confirmed: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
}

/** Body of a confirmation that passes everything open on the page. */
export const allPassed = ({ round, openChecks }: CheckListPage) => ({
  round,
  checks: openChecks.map((check) => ({ check, outcome: 'passed' as const })),
});

/** Confirms what is open and proposes a certificate. */
export async function proposeGrant<T = Record<string, unknown>>(
  officer: Persona,
  dossierId: string,
): Promise<ApiAnswer<T>> {
  await confirmChecks(officer, dossierId);
  return officer.post<T>(`/api/dossiers/${dossierId}/examinations`, { decision: 'grant' });
}
