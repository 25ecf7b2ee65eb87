/** A failure a person can do something about: what is wrong and the way out, Vietnamese first, English second. */
export class Notice extends Error {
  override readonly name = 'Notice';

  constructor(text: { readonly vi: string; readonly en: string; readonly detail?: string }) {
    super(`${text.vi}\n${text.en}${text.detail === undefined ? '' : `\n\n${text.detail.trimEnd()}`}`);
  }
}

/** What to print of a failure: a notice as it is, anything else with its stack. */
export function failureText(error: unknown): string {
  if (error instanceof Notice) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
