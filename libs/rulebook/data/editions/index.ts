import type { RulebookSource } from '../../rulebook.types';

/** Rulebooks under which cases were started before a change, newest first; written by freeze-edition.mjs. */
export const EARLIER_EDITIONS: readonly RulebookSource[] = [];
