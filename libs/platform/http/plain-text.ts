import { invalidInput } from '@hoptac/kernel';

/** Control characters other than tab and line ends: no person types them, and PostgreSQL keeps no NUL. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const CONTROL_IN_ADDRESS = /%(?:0[0-8bcef]|1[0-9a-f]|7f)/i;

const refused = (pointer: string): Error =>
  invalidInput('PLATFORM.TEXT_NOT_ALLOWED', 'Control characters, or half of a character', { pointer });

/**
 * Lets through only text that every part of the house can keep; a fact with other text would stop every read model that meets it.
 * @throws DomainError `PLATFORM.TEXT_NOT_ALLOWED` (400) with the RFC 6901 pointer of the first wrong text.
 */
export function textMustBePlain(value: unknown, pointer = ''): void {
  if (typeof value === 'string') {
    if (CONTROL.test(value) || !value.isWellFormed()) throw refused(pointer);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      textMustBePlain(key, pointer);
      textMustBePlain(part, at);
    }
  }
}

/** The same for path and query, still percent-encoded. @throws DomainError `PLATFORM.TEXT_NOT_ALLOWED` (400). */
export function addressMustBePlain(url: string): void {
  if (CONTROL_IN_ADDRESS.test(url)) throw refused('?');
}
