import { Injectable } from '@nestjs/common';

/** One part's line. `degraded`: it does not work, but the program goes on without it. */
export interface PartHealth {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'down';
  readonly detail: string;
}

export interface Health {
  readonly status: 'ready' | 'degraded' | 'not-ready';
  readonly parts: readonly PartHealth[];
}

interface Check {
  readonly name: string;
  readonly required: boolean;
  readonly run: () => Promise<string>;
}

const LIMIT_MS = 2_000;

/** Collects what each part says of itself. */
@Injectable()
export class HealthChecks {
  private readonly checks: Check[] = [];

  /**
   * Adds a line: `run` answers a short text (`17 ms`, `lag 0`) or throws when the part does not work. It has two seconds.
   * With `required: false` the program stays ready without the part (200, word `degraded`).
   */
  add(name: string, run: () => Promise<string>, options: { readonly required?: boolean } = {}): void {
    this.checks.push({ name, run, required: options.required ?? true });
  }

  async all(): Promise<Health> {
    const parts = await Promise.all(this.checks.map((check) => this.one(check)));
    const worst = parts.some((part) => part.state === 'down')
      ? 'not-ready'
      : parts.some((part) => part.state === 'degraded')
        ? 'degraded'
        : 'ready';
    return { status: worst, parts };
  }

  private async one(check: Check): Promise<PartHealth> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`no answer within ${String(LIMIT_MS)} ms`));
      }, LIMIT_MS);
    });
    try {
      return { name: check.name, state: 'ok', detail: await Promise.race([check.run(), late]) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { name: check.name, state: check.required ? 'down' : 'degraded', detail };
    } finally {
      clearTimeout(timer);
    }
  }
}
