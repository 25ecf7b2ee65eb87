/** A process that has just started and an office that has never received anything: 16 first log-ins and 16 first filings at once, no error (faults.md). */
import { fileFounding, Persona, type ApiAnswer } from '@hoptac/demo';
import { addressOf } from '../support/province';
import { freshName, type StepAnswer } from '../support/founding-case';
import { experiment } from './experiment';
import { accepted, theCast } from './people';
import { startPart, stopPart } from './parts';

const AT_ONCE = 16;
const all = <T>(make: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, make));

experiment('first-use', async (e) => {
  await theCast();
  const addresses = { api: addressOf('HOPTAC_API_URL'), issuer: addressOf('HOPTAC_OIDC_ISSUER') };
  for (const part of ['identity', 'api'] as const) await stopPart(part);
  await startPart('identity');
  await startPart('api');
  e.say('identity and API started anew');
  const people = await all(() => Persona.signIn(addresses, 'demo-applicant-2'));
  const sessions = await Promise.all(people.map((who) => who.get('/api/session')));
  expect(sessions.map(({ status }) => status)).toEqual(people.map(() => 200));
  const filed = await Promise.all(people.map((who) => fileFounding(who, { ownName: freshName('Lần đầu') })));
  const cases = filed.map((answer) => accepted(e, 'first filing', answer as ApiAnswer<StepAnswer>));
  expect(new Set(cases.map(({ caseCode }) => caseCode)).size).toBe(AT_ONCE);
  e.floor('first log-ins', people.length, AT_ONCE);
  e.floor('first filings', cases.length, AT_ONCE);
});
