/** A failure a person can do something about: what is wrong and the way out, Vietnamese first, English second. */
export class Notice extends Error {
  /** @param {{ vi: string, en: string, detail?: string }} text */
  constructor({ vi, en, detail }) {
    super(`${vi}\n${en}${detail ? `\n\n${detail.trimEnd()}` : ''}`);
    this.name = 'Notice';
  }
}

/** Prints a failure and gives the exit status: a notice as it is, anything else with its stack. */
export function reportFailure(error) {
  const text = error instanceof Notice ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
  return 1;
}
