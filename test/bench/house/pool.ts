/** Dossiers to work on, and the officers and heads who do. */
import { EventStoreDBClient, END, eventTypeFilter, type AllStreamSubscription } from '@eventstore/db-client';
import { foundingApplication, Persona, uploadFoundingDocuments } from '@hoptac/demo';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressOf, Caller, successful } from './caller';
import { flatOut, say, secondsUntil, type Spread } from './measure';

const OFFICERS = ['demo-officer-1', 'demo-officer-2'] as const;
const HEAD = 'demo-head-1';
const APPLICANT = 'demo-applicant-1';
const TOOL_WITHIN_MS = 300_000;
const CHECKED_WITHIN_MS = 180_000;
const ROLES_WITHIN_MS = 30_000;
/** Fewer cases than that say nothing about a rate. */
const FEW = 20;

export interface StepAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

/** `hoptac …` against the stack under test. */
export async function hoptac(...words: readonly string[]): Promise<void> {
  const tool = join(addressOf('HOPTAC_ROOT'), 'dist/apps/cli/main.js');
  await promisify(execFile)(process.execPath, [tool, ...words], { timeout: TOOL_WITHIN_MS, maxBuffer: 1 << 26 });
}

/** Roles for the demo accounts, and the API's knowing of them. */
export async function rolesGranted(): Promise<void> {
  await hoptac('demo', 'roles');
  const officer = await Caller.signIn(OFFICERS[0]);
  await secondsUntil('the officer holds the role', ROLES_WITHIN_MS, async () => {
    const { roles } = successful(await officer.get<{ roles: readonly { role: string }[] }>('/api/session'));
    return roles.some(({ role }) => role === 'officer');
  });
  officer.close();
}

export interface Filed {
  /** Ids in the order of filing. */
  readonly ids: readonly string[];
  /** Request to answer of each filing. */
  readonly filing: Spread;
  /** Cases whose workflows had not checked them when the last was filed. */
  readonly behind: number;
  /** Those a second that were checked from then on; from the first filing on when hardly any was left. */
  readonly caughtUpPerSecond: number;
}

/** Files founding dossiers online with so many callers and waits until the workflow of each has checked it. */
export async function fileDossiers(count: number, callers: number): Promise<Filed> {
  const issuer = addressOf('HOPTAC_OIDC_ISSUER');
  const applicant = await Persona.signIn({ api: addressOf('HOPTAC_API_URL'), issuer }, APPLICANT);
  // The papers are put once; every dossier names them again, as it may: the same account brought them.
  const documents = await uploadFoundingDocuments(applicant);
  const caller = await Caller.signIn(APPLICANT);
  const checks = await watchChecks();
  const ids: string[] = [];
  let wanted = count;
  const begun = performance.now();
  try {
    const each = async (): Promise<void> => {
      const ownName = `Đo Tải ${randomBytes(6).toString('hex').toUpperCase()}`;
      const application = foundingApplication({ ownName });
      const body = { channel: 'online', application, documents };
      ids.push(successful(await caller.post<StepAnswer>('/api/dossiers', body)).id);
    };
    const filing = await flatOut(callers, () => wanted-- > 0, each);
    const behind = ids.filter((id) => !checks.seen.has(id)).length;
    const catching = await secondsUntil('every new case is checked', CHECKED_WITHIN_MS, async () =>
      ids.every((id) => checks.seen.has(id)),
    );
    const seconds = (performance.now() - begun) / 1000;
    say(`${count} dossiers filed and checked in ${seconds.toFixed(1)} s, ${behind} of them after the last was filed`);
    const caughtUpPerSecond = behind < FEW ? count / seconds : behind / catching;
    return { ids, filing, behind, caughtUpPerSecond };
  } finally {
    await checks.end();
    caller.close();
  }
}

/** Ids of the dossiers whose checks were recorded since the watch began, read from the store itself. */
async function watchChecks(): Promise<{ readonly seen: ReadonlySet<string>; end(): Promise<void> }> {
  const client = EventStoreDBClient.connectionString(addressOf('HOPTAC_EVENTSTORE_URL'));
  const seen = new Set<string>();
  const subscription: AllStreamSubscription = client.subscribeToAll({
    fromPosition: END,
    filter: eventTypeFilter({ prefixes: ['DossierChecked'] }),
  });
  const reading = (async () => {
    for await (const { event } of subscription) {
      if (event !== undefined) seen.add(event.streamId.slice('dossier-'.length));
    }
  })();
  return {
    seen,
    end: async () => {
      await subscription.unsubscribe();
      await reading;
      await client.dispose();
    },
  };
}

const EXAMINATION = {
  decision: 'refuse',
  ground: 'conditionsNotMet',
  reason: 'Chưa đủ số thành viên theo quy định; đề nghị xem lại danh sách',
};
const RETURN = { reason: 'Xem lại phần vốn góp của thành viên thứ ba' };

/**
 * A desk: an officer who examines and a head who returns, on cases that only they touch. A case is claimed first; after
 * that its steps alternate for ever, so that a small pool serves any number of steps. Every step but the claim wakes
 * the case's workflow, which is more than in a real case.
 */
export class Desk {
  private turn = 0;
  private readonly done = new Map<string, number>();

  private constructor(
    private readonly officer: Caller,
    private readonly head: Caller,
    private readonly cases: readonly string[],
  ) {}

  /** So many desks, each signed in by itself, with the cases dealt out among them. */
  static async open(count: number, ids: readonly string[]): Promise<Desk[]> {
    const desks: Desk[] = [];
    for (let number = 0; number < count; number += 1) {
      const officer = await Caller.signIn(OFFICERS[number % OFFICERS.length] ?? OFFICERS[0]);
      const head = await Caller.signIn(HEAD);
      desks.push(
        new Desk(
          officer,
          head,
          ids.filter((_id, index) => index % count === number),
        ),
      );
    }
    return desks;
  }

  /** The next step of the next case. @throws Error when it is refused. */
  async step(): Promise<StepAnswer> {
    const id = this.cases[this.turn++ % this.cases.length];
    if (id === undefined) throw new Error('A desk without cases');
    const done = this.done.get(id) ?? 0;
    this.done.set(id, done + 1);
    const path = `/api/dossiers/${id}`;
    if (done === 0) return successful(await this.officer.post<StepAnswer>(`${path}/claims`, {}));
    if (done % 2 === 1) return successful(await this.officer.post<StepAnswer>(`${path}/examinations`, EXAMINATION));
    return successful(await this.head.post<StepAnswer>(`${path}/returns`, RETURN));
  }

  /** The list of the office, having seen the step. @throws Error when it is behind after the longest wait. */
  async listAfter(position: string): Promise<void> {
    const { current } = successful(await this.officer.get<{ current: boolean }>(`/api/dossiers?after=${position}`));
    if (!current) throw new Error(`The list had not seen position ${position} within its limit`);
  }

  close(): void {
    this.officer.close();
    this.head.close();
  }
}
