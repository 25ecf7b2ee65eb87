import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
/** What opens a connection to an address that code chooses. */
const OUTBOUND = /(?<![.\w])fetch\((?!\))|from '(?:node:)?(?:https?|net|tls|dgram)'|from '(?:undici|axios|nodemailer)'/;
const NOT_OURS_AT_WORK =
  /\.spec\.ts$|\/testing\/|\/spec-support\/|\/__fixtures__\/|^apps\/web\/|^libs\/demo\/|^apps\/cli\/|^apps\/event-node\//;

/** Types of a module open nothing. */
const withoutTypes = (source: string): string => source.replace(/^import type .*$/gm, '');

/**
 * Every program file that calls out, with where its address comes from. None takes one from a person: no text that somebody types is ever an address we
 * ask (faults.md, SSRF). A new line here needs an address from `AppConfig`, or from the provider that it names.
 */
const CALLERS: Readonly<Record<string, string>> = {
  'libs/correspondence/mail/file-mailer.ts': 'none: it writes into the data folder',
  'libs/correspondence/mail/smtp-mailer.ts':
    'the mail server of the configuration; people type recipients, never servers',
  'libs/dossiers/activities/http-tax-authority.ts': 'HOPTAC_TAX_AUTHORITY_URL',
  'libs/identity/identity.module.ts': 'HOPTAC_OIDC_ISSUER',
  'libs/identity/tokens/token-verifier.ts': 'HOPTAC_OIDC_ISSUER',
};

it('no program asks an address that a person could have typed', () => {
  const sources = ['apps', 'libs', 'workflows'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts') && !NOT_OURS_AT_WORK.test(file)),
  );
  expect(sources.length).toBeGreaterThan(200);
  const callers = sources.filter((file) => OUTBOUND.test(withoutTypes(readFileSync(join(root, file), 'utf8'))));
  expect(callers.sort()).toEqual(Object.keys(CALLERS).sort());
});
