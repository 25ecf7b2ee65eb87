/** Papers that are printed from the data when the filer signs himself (D295 Art. 30–31); all others are uploaded. */
export const PRINTED_KINDS: readonly string[] = [];
