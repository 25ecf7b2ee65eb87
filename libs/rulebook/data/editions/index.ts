import type { RulebookSource } from '../../rulebook.types';

/** Rulebooks under which cases were started before a change, newest first; texts by `editionModule`. */
export const EARLIER_EDITIONS: readonly RulebookSource[] = [];
