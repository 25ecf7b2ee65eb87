import { Persona, type ApiAnswer } from '@hoptac/demo';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually';

const ROLES_WITHIN_MS = 60_000;

/** Address of a part of the stack under test. @throws Error when the suite was not started by the test runner. */
export function addressOf(key: string): string {
  const value = process.env[key];
  if (value === undefined || value === '') throw new Error(`${key} is missing: start the suite by npm run test:…`);
  return value;
}

/** Accounts of the demo province by what they do here; see `libs/identity/demo/demo-accounts.ts`. */
const ACCOUNTS = {
  applicant: 'demo-applicant-1',
  otherApplicant: 'demo-applicant-2',
  clerk: 'demo-clerk-1',
  officer: 'demo-officer-1',
  otherOfficer: 'demo-officer-2',
  head: 'demo-head-1',
  foreignClerk: 'demo-clerk-2',
  foreignOfficer: 'demo-officer-3',
  foreignHead: 'demo-head-2',
  formerOfficer: 'demo-officer-district',
  supervisor: 'demo-supervisor-1',
  inspector: 'demo-inspector-1',
  administrator: 'demo-administrator-1',
} as const;
export type Part = keyof typeof ACCOUNTS;

const signedIn = new Map<Part, Promise<Persona>>();

/** A person of the province, signed in once per file of tests. */
export function persona(part: Part): Promise<Persona> {
  const known = signedIn.get(part);
  if (known !== undefined) return known;
  const fresh = Persona.signIn(
    { api: addressOf('HOPTAC_API_URL'), issuer: addressOf('HOPTAC_OIDC_ISSUER') },
    ACCOUNTS[part],
  );
  signedIn.set(part, fresh);
  return fresh;
}

/** Somebody who is not signed in. */
export const anybody = (): Persona => Persona.anonymous(addressOf('HOPTAC_API_URL'));

export type Cast = Readonly<Record<Part, Persona>>;

/** Everybody, signed in and with their roles, which are granted by the operators' tool where they are not there yet. */
export async function theProvince(): Promise<Cast> {
  const officer = await persona('officer');
  const hasRoles = async (): Promise<boolean> => {
    const { body } = await officer.get<{ roles: { role: string }[] }>('/api/session');
    return body.roles.some(({ role }) => role === 'officer');
  };
  if (!(await hasRoles())) {
    const tool = join(__dirname, '../../dist/apps/cli/main.js');
    await promisify(execFile)(process.execPath, [tool, 'demo', 'roles'], { timeout: ROLES_WITHIN_MS });
    await eventually('the demo accounts hold their roles', hasRoles, (holds) => holds);
  }
  const parts = Object.keys(ACCOUNTS) as Part[];
  const cast: Partial<Record<Part, Persona>> = {};
  for (const part of parts) cast[part] = await persona(part);
  return cast as Cast;
}

/** Body of an answer that must be a success. @throws Error with status and problem. */
export function done<T>(answer: ApiAnswer<T>): T {
  if (answer.status >= 300) throw new Error(`Refused with ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** What a refusal says, by RFC 9457. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly legalBasis: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** The problem document of a refusal. @throws Error when the step was not refused, or not by a problem document. */
export function refusal(answer: ApiAnswer<unknown>): Problem {
  if (answer.status < 400) throw new Error(`Not refused: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  if (!(answer.headers.get('content-type') ?? '').startsWith('application/problem+json')) {
    throw new Error(`Refused with ${String(answer.status)}, but by ${String(answer.headers.get('content-type'))}`);
  }
  return answer.body as Problem;
}
