import type { AnsweredStep, LedgerReport } from '@hoptac/audit';
import { randomInt, randomUUID } from 'node:crypto';
import { ledgerAgrees, rememberWhatWasThere } from './ledger';
import { allWell } from './parts';

/** Rounds of each experiment: one in `npm test`, more in the long form (`--long`, `--rounds n`; the runner says it by the environment). */
export const rounds = Math.max(1, Number(process.env['HOPTAC_CHAOS_ROUNDS'] ?? '1'));
export const isLong = rounds > 1;
const LIMIT_MS = (isLong ? 60 : 10) * 60_000;

/** One run: its seed, what it struck and when, what people were answered, what was wrong. */
export class Experiment {
  readonly answered: AnsweredStep[] = [];
  /** When each answered step was answered, milliseconds since 1970; same order as `answered`. */
  readonly answeredAt: number[] = [];
  /** Answers that no person should get: a 500, a 503 that does not say when to come again. */
  readonly wrong: string[] = [];
  /** Presses that had to be repeated because of the blow. */
  pressedAgain = 0;
  private state: number;
  private readonly begun = Date.now();
  private readonly floors: { readonly what: string; readonly got: number; readonly floor: number }[] = [];

  constructor(
    readonly name: string,
    readonly seed: number,
  ) {
    this.state = seed;
    this.say(`seed ${String(seed)}${isLong ? `, ${String(rounds)} rounds` : ''}`);
  }

  /** 0 ≤ x < 1, the same for the same seed (mulberry32). */
  random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(from: number, to: number): number {
    return Math.floor(from + this.random() * (to - from));
  }

  /** An id for presses and names; never twice, also not when a seed is run again on the same store. */
  freshId(): string {
    return randomUUID();
  }

  say(text: string): void {
    const at = ((Date.now() - this.begun) / 1000).toFixed(1);
    process.stderr.write(`  ${this.name} ${at} s: ${text}\n`);
  }

  record(step: AnsweredStep): void {
    this.answered.push(step);
    this.answeredAt.push(Date.now());
  }

  answeredSince(instant: number): number {
    return this.answeredAt.filter((at) => at >= instant).length;
  }

  /** The least successful work; a run in which nothing was done proves nothing. */
  floor(what: string, got: number, floor: number): void {
    this.floors.push({ what, got, floor });
  }

  /** Ledger, wrong answers, floors; says the figures. */
  async hold(): Promise<void> {
    const counted: LedgerReport['counted'] & { foreign: number } = await ledgerAgrees(this.answered);
    const { events, streams, rows, cases, foreign } = counted;
    this.floors.forEach(({ what, got, floor }) => this.say(`${what}: ${String(got)} (floor ${String(floor)})`));
    this.say(
      `ledger agrees: ${String(this.answered.length)} answered steps, ${String(events)} events, ${String(streams)} streams, ${String(rows)} rows, ${String(cases)} cases` +
        `; pressed again ${String(this.pressedAgain)} times${foreign === 0 ? '' : `; ${String(foreign)} findings that were there before`}`,
    );
    expect(this.wrong).toEqual([]);
    for (const { what, got, floor } of this.floors) {
      if (got < floor)
        throw new Error(`Too little was done to prove anything: ${what} ${String(got)}, floor ${String(floor)}`);
    }
  }
}

/** An experiment as a test: everything well before, the blow, the ledger of truth; all parts are well again afterwards, whatever happened. */
export function experiment(name: string, run: (experiment: Experiment) => Promise<void>): void {
  test(
    name,
    async () => {
      const seed = Number(process.env['HOPTAC_CHAOS_SEED'] ?? randomInt(2 ** 31));
      const one = new Experiment(name, seed);
      await allWell();
      await rememberWhatWasThere();
      try {
        await run(one);
        await one.hold();
      } catch (error) {
        one.say(
          `FAILED; again by npm run test:chaos -- ${name} --seed ${String(seed)}${isLong ? ` --rounds ${String(rounds)}` : ''}`,
        );
        throw error;
      } finally {
        await allWell();
      }
    },
    LIMIT_MS,
  );
}
