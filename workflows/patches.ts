/**
 * Ids of `patched(…)` that open runs may still need, newest last, each with the day it came and what it changed.
 * Any change in order, number or kind of a workflow's commands gets one; after the last old run ended it becomes `deprecatePatch` and goes.
 */
export const PATCHES: readonly { readonly id: string; readonly since: string; readonly what: string }[] = [];
