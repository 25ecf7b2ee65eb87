import { type KeyDocumentation, documentedKeys } from './key.decorator';
import './app-config';

const KIND_WORDS: Readonly<Record<KeyDocumentation['kind'], string>> = {
  text: 'text',
  secret: 'text, secret',
  url: 'address',
  port: 'port',
  number: 'whole number',
  flag: '1 or 0',
};

const shown = (value: string | number | boolean): string =>
  `\`${value === true ? '1' : value === false ? '0' : String(value)}\``;

/** The text of docs/configuration.md; a test keeps the page equal to the class. */
export function configurationPage(): string {
  const rows = documentedKeys().map(({ key, kind, about, defaultText, fallback }) => {
    const standard = defaultText ?? (fallback === undefined ? '—' : shown(fallback));
    return `| \`${key}\` | ${KIND_WORDS[kind]} | ${standard} | ${about.replaceAll('|', '\\|')} |`;
  });
  return [
    '# Configuration',
    '',
    'Every program reads these variables at its start through `@hoptac/platform`, checks them all, and names each wrong one; an empty variable counts as none.',
    'An unknown `HOPTAC_…` variable is warned about. Written from `libs/platform/config/` by `configurationPage()`; a test keeps both equal and shows the difference.',
    '',
    '| key | shape | default | what it does |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'Keys of the launcher and of test runs are in [how-to/run-the-stack.md](how-to/run-the-stack.md).',
    '',
  ].join('\n');
}
