import { allPassed, fileFounding, resubmissionOf, type ApiAnswer, type Persona } from '@hoptac/demo';
import { setTimeout as pause } from 'node:timers/promises';
import { freshName, type CasePage, type StepAnswer } from '../support/founding-case';
import { persona, theProvince } from '../support/province';
import type { Experiment } from './experiment';

/** So long a person presses again before giving up. */
const PATIENCE_MS = 150_000;
const MOST_PAUSE_MS = 1_000;
const LOOK_EVERY_MS = 250;

export interface Cast {
  readonly applicant: Persona;
  readonly officer: Persona;
  readonly otherOfficer: Persona;
  readonly head: Persona;
}

/** Those who carry the load, with their roles. */
export async function theCast(): Promise<Cast> {
  const officer = await persona('officer');
  const { body } = await officer.get<{ roles: readonly { role: string }[] }>('/api/session');
  if (!body.roles.some(({ role }) => role === 'officer')) await theProvince();
  return {
    officer,
    applicant: await persona('applicant'),
    otherOfficer: await persona('otherOfficer'),
    head: await persona('head'),
  };
}

/** What a refusal looks like to those who look after the answers: undefined when it is a clean "come again". */
export function fault({ status, headers, body }: ApiAnswer<unknown>): string | undefined {
  if (status < 500) return undefined;
  if (status === 503 && headers.get('retry-after') !== null) return undefined;
  return `${String(status)} without Retry-After or not 503: ${JSON.stringify(body).slice(0, 300)}`;
}

/**
 * Asks until there is an answer that is not an outage, as a person would: lost connections and 503 mean pressing again.
 * Any other 5xx goes on the experiment's list of wrong answers. @throws Error when patience is over.
 */
export async function persist<T>(e: Experiment, what: string, ask: () => Promise<ApiAnswer<T>>): Promise<ApiAnswer<T>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask().catch((error: unknown) => error);
    if (isAnswer<T>(answer)) {
      const wrong = fault(answer);
      if (wrong !== undefined) e.wrong.push(`${what}: ${wrong}`);
      if (answer.status < 500 && answer.status !== 429) return answer;
    }
    if (Date.now() > end) throw new Error(`${what}: no answer in ${String(PATIENCE_MS)} ms, last ${tell(answer)}`);
    e.pressedAgain += 1;
    await pause(200 + Math.random() * (MOST_PAUSE_MS - 200));
  }
}

const isAnswer = <T>(value: unknown): value is ApiAnswer<T> =>
  typeof value === 'object' && value !== null && 'headers' in value && 'status' in value;

const tell = (answer: unknown): string =>
  isAnswer(answer) ? `${String(answer.status)} ${JSON.stringify(answer.body).slice(0, 300)}` : String(answer);

/** One press until it is answered, with one key; the answer goes into the ledger. @throws Error when it is refused. */
export async function press(
  e: Experiment,
  who: Persona,
  id: string,
  step: string,
  body: unknown = {},
): Promise<StepAnswer> {
  const key = e.freshId();
  const answer = await persist(e, step, () => who.post<StepAnswer>(`/api/dossiers/${id}/${step}`, body, { key }));
  return accepted(e, `${step} of ${id}`, answer);
}

/** Puts a successful answer into the ledger. @throws Error with the refusal otherwise. */
export function accepted(e: Experiment, what: string, { status, body }: ApiAnswer<StepAnswer>): StepAnswer {
  if (status >= 300) throw new Error(`${what} was refused with ${String(status)}: ${JSON.stringify(body)}`);
  e.record({ stream: `dossier-${body.id}`, revision: body.revision });
  return body;
}

/** Files one dossier, pressing again until it is received. Uploads lie outside the ledger: an upload again gives the same paper. */
export async function file(e: Experiment, applicant: Persona, areaCode?: string): Promise<StepAnswer> {
  const options = { ownName: freshName('Bão táp'), ...(areaCode === undefined ? {} : { areaCode }) };
  const key = e.freshId();
  const answer = await persist(
    e,
    'filing',
    () => fileFounding(applicant, options, key) as Promise<ApiAnswer<StepAnswer>>,
  );
  return accepted(e, 'filing', answer);
}

/** The case's page, asked until it says so. */
export async function pageSays(
  e: Experiment,
  who: Persona,
  id: string,
  what: string,
  isSo: (page: CasePage) => boolean,
): Promise<CasePage> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const { status, body } = await persist(e, 'case page', () => who.get<CasePage>(`/api/dossiers/${id}`));
    if (status < 300 && isSo(body)) return body;
    if (Date.now() > end)
      throw new Error(
        `Case ${id}: not so in ${String(PATIENCE_MS)} ms: ${what}; last ${String(status)} ${JSON.stringify(body).slice(0, 400)}`,
      );
    await pause(LOOK_EVERY_MS);
  }
}

const DEFECTS = [{ subject: 'headOffice.line', reason: 'Ghi rõ số nhà, tên ấp hoặc khu phố', article: 'L23 Art. 43' }];
export const CORRECTION = { defects: DEFECTS };

/** Asks for a correction, and answers what must be sent back. */
export async function correctionAsked(e: Experiment, cast: Cast, id: string): Promise<Record<string, unknown>> {
  await press(e, cast.officer, id, 'correction-requests', CORRECTION);
  await pageSays(e, cast.applicant, id, 'the notice is on the page', ({ status }) => status === 'AwaitingCorrection');
  // Reads one page that is there by now; a lost connection only means reading again.
  for (;;) {
    const body = await resubmissionOf(cast.applicant, id, 'Số 12, ấp Minh Phú').catch(() => undefined);
    if (body !== undefined) return body;
    await pause(LOOK_EVERY_MS);
  }
}

/** Confirms the check list and proposes a certificate. */
export async function proposeGrant(e: Experiment, cast: Cast, id: string, round = 0): Promise<void> {
  const page = await pageSays(
    e,
    cast.officer,
    id,
    'checked',
    (seen) => seen.round === round && (seen.checks?.length ?? 0) > 0,
  );
  await press(e, cast.officer, id, 'check-confirmations', allPassed(page));
  await press(e, cast.officer, id, 'examinations', { decision: 'grant' });
}

/** From examination to the certificate. */
export async function toCertificate(e: Experiment, cast: Cast, id: string, round = 0): Promise<void> {
  await proposeGrant(e, cast, id, round);
  await pageSays(e, cast.head, id, 'may be granted', ({ allowedActions }) =>
    allowedActions.includes('grantRegistration'),
  );
  await press(e, cast.head, id, 'decisions', { decision: 'grant' });
  await pageSays(e, cast.officer, id, 'registered', ({ status }) => status === 'Registered');
}
