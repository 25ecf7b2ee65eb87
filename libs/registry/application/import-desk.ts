import type { AuthenticatedActor } from '@hoptac/identity';
import { AreaTree, assertMay, recordedActor } from '@hoptac/identity';
import type { Actor, Clock, Instant, LocalDate } from '@hoptac/kernel';
import { CLOCK, brokenRule, invalidInput, isDomainError, localDateOf, notAllowedNow, notFound } from '@hoptac/kernel';
import { PersonVault } from '@hoptac/personal-data';
import { StatusRefusal } from '@hoptac/platform';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { RegisterImport, type ImportFile, type ImportProgress, type PreparedImport } from '../import/register-import';
import { OrganisationStore } from './stores';

/** Imports kept at a time; each holds its rows in memory. Older ones make room, never one that runs. */
const AT_MOST = 4;
const BUSY_RETRY_S = 60;

export type ImportStatus = 'prepared' | 'running' | 'done' | 'interrupted';

/** An import as its bringer follows it. Held in memory: after a restart the same file, sent again, goes on where it stopped. */
export interface DeskImport {
  readonly prepared: PreparedImport;
  readonly asOf: LocalDate;
  readonly status: ImportStatus;
  readonly progress: ImportProgress;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** Why it was interrupted: code of the refusal, or `REGISTRY.IMPORT_INTERRUPTED`. */
  readonly problem?: string;
}

interface Kept {
  view: DeskImport;
  /** Command ids that started a run; the same press never starts another. */
  readonly presses: Set<string>;
}

const NOTHING_YET = (total: number): ImportProgress => ({ total, imported: 0, unchanged: 0, differing: [] });

/** The desk at which registers are brought, looked through and taken over; one per program. */
@Injectable()
export class ImportDesk implements BeforeApplicationShutdown {
  private readonly kept = new Map<string, Kept>();
  private readonly runs = new Set<Promise<void>>();
  private readonly closing = new AbortController();
  private readonly logger = new Logger(ImportDesk.name);
  private readonly importing: RegisterImport;

  constructor(
    @Inject(OrganisationStore) organisations: OrganisationStore,
    @Inject(PersonVault) vault: PersonVault,
    @Inject(AreaTree) private readonly areas: AreaTree,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.importing = new RegisterImport(organisations, vault, areas);
  }

  /**
   * Reads a register and says what taking it over would do; records nothing. The day must not lie ahead.
   * @throws DomainError `REGISTRY.IMPORT_…` when it is no register; `IDENTITY.NOT_PERMITTED` when a row lies where the actor may not import;
   *   StatusRefusal 503 `REGISTRY.IMPORT_DESK_FULL` while four others run.
   */
  async bring(file: ImportFile, actor: AuthenticatedActor): Promise<DeskImport> {
    const today = this.today();
    if (file.asOf > today)
      throw invalidInput('REGISTRY.IMPORT_DAY_AHEAD', 'A register describes today or a day past', { asOf: file.asOf });
    const prepared = await this.importing.prepare(file, today);
    this.permitted(prepared, actor, today);
    const key = keyOf(actor, prepared.importId);
    const before = this.kept.get(key);
    if (before?.view.status === 'running') return before.view;
    this.kept.delete(key);
    this.makeRoom();
    const progress = NOTHING_YET(prepared.plan.rows.length);
    const view: DeskImport = { prepared, asOf: file.asOf, status: 'prepared', progress };
    this.kept.set(key, { view, presses: new Set() });
    return view;
  }

  /** Somebody else's import looks like none. @throws DomainError `REGISTRY.IMPORT_NOT_FOUND`. */
  find(importId: string, actor: AuthenticatedActor): DeskImport {
    return this.keptOf(importId, actor).view;
  }

  /**
   * Starts taking over, or goes on after an interruption; answers at once. The same press again changes nothing, a running import stays as it is.
   * @throws DomainError `REGISTRY.IMPORT_NOT_FOUND`, `REGISTRY.IMPORT_EMPTY`, `IDENTITY.NOT_PERMITTED`, `REGISTRY.IMPORT_CLOSING`.
   */
  start(importId: string, actor: AuthenticatedActor, press: string): DeskImport {
    const kept = this.keptOf(importId, actor);
    if (kept.view.status === 'running' || kept.presses.has(press)) return kept.view;
    if (kept.view.prepared.plan.rows.length === 0)
      throw brokenRule('REGISTRY.IMPORT_EMPTY', 'No row can be taken over');
    if (this.closing.signal.aborted) throw notAllowedNow('REGISTRY.IMPORT_CLOSING', 'The program is being stopped');
    const recorded = this.permitted(kept.view.prepared, actor, this.today());
    kept.presses.add(press);
    const run = this.run(kept, recorded).finally(() => this.runs.delete(run));
    this.runs.add(run);
    return kept.view;
  }

  /** A stop lets the rows on their way arrive and starts no more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.runs);
  }

  private async run(kept: Kept, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const { prepared, asOf } = kept.view;
    kept.view = {
      prepared,
      asOf,
      status: 'running',
      progress: NOTHING_YET(prepared.plan.rows.length),
      startedAt: now,
    };
    const follow = (progress: ImportProgress): void => {
      kept.view = { ...kept.view, progress };
    };
    try {
      const progress = await this.importing.run(prepared, { actor, now, asOf }, follow, this.closing.signal);
      const status = this.closing.signal.aborted ? 'interrupted' : 'done';
      kept.view = { ...kept.view, progress, status, endedAt: this.clock.now() };
    } catch (error) {
      this.logger.error(
        `Import ${prepared.importId} was interrupted`,
        error instanceof Error ? error.stack : String(error),
      );
      const problem = isDomainError(error) ? error.code : 'REGISTRY.IMPORT_INTERRUPTED';
      kept.view = { ...kept.view, status: 'interrupted', endedAt: this.clock.now(), problem };
    }
  }

  /** Every row must lie where the actor may import; who may, is recorded in the role that allows the first row. */
  private permitted({ plan }: PreparedImport, actor: AuthenticatedActor, on: LocalDate): Actor {
    const codes = new Set(plan.rows.map(({ organisation }) => organisation.area.code));
    const [allowed] = [...codes].map((areaCode) => assertMay(actor, 'registry.import', { areaCode }, on, this.areas));
    // A file without a usable row touches nothing; whoever may bring a register at all may see that.
    return allowed ?? recordedActor(actor);
  }

  private keptOf(importId: string, actor: AuthenticatedActor): Kept {
    const kept = this.kept.get(keyOf(actor, importId));
    if (kept === undefined) throw notFound('REGISTRY.IMPORT_NOT_FOUND', 'There is no such import');
    return kept;
  }

  private makeRoom(): void {
    for (const [key, { view }] of this.kept) {
      if (this.kept.size < AT_MOST) return;
      if (view.status !== 'running') this.kept.delete(key);
    }
    if (this.kept.size >= AT_MOST)
      throw new StatusRefusal(503, 'REGISTRY.IMPORT_DESK_FULL', 'Other imports are running', BUSY_RETRY_S);
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now());
  }
}

const keyOf = (actor: AuthenticatedActor, importId: string): string => `${actor.personId}/${importId}`;
