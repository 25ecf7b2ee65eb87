import { loadRulebook, type Rulebook } from './rulebook';

/**
 * Source text of an edition for `data/editions`: the rulebook as it is before a change, so that cases that started under it go on under it
 * (docs/how-to/add-a-rule.md).
 */
export function editionModule({ version, source }: Rulebook = loadRulebook()): string {
  const json = JSON.stringify(source).replaceAll('`', '\\u0060').replaceAll('${', '\\u0024{');
  return `import type { RulebookSource } from '../../rulebook.types';

/** Rulebook ${version} as it was; never edited. */
export const EDITION = JSON.parse(String.raw\`${json}\`) as RulebookSource;
`;
}
