import type { Instant } from '@hoptac/kernel';

/** One fact as the feeder hands it to a case's workflow: plain JSON, with its revision in the case's stream. */
export interface CaseFact {
  readonly revision: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Commit position, decimal text. */
  readonly position: string;
  readonly occurredAt: string;
}

/** What a run hands to the next one at continue-as-new. */
export interface CarriedCase {
  readonly state: unknown;
  /** Revision of the last fact folded. */
  readonly revision: number;
  readonly seen: Readonly<Record<string, SeenType>>;
}

/** How often a type of fact was seen, and the revision at which it was seen last. */
export interface SeenType {
  readonly count: number;
  readonly revision: number;
}

/** Start argument of every case workflow. */
export interface CaseStart {
  readonly caseId: string;
  /** The stack's clock minus the system clock when the workflow was started, in milliseconds; 0 in production. */
  readonly skewMs: number;
  /** Absent in the first run. */
  readonly carried?: CarriedCase;
}

/** A step whose command is refused; the case waits for a new fact, a limit or the signal `retry`. */
export interface StuckStep {
  readonly step: string;
  /** Code and message of the refusal. */
  readonly reason: string;
  readonly since: Instant;
}

/** Answer of the one query `progress`: what the case waits for. */
export interface CaseProgress {
  /** Types of facts, joined by ` | `; `-` before the first wait. */
  readonly waitsFor: string;
  /** `fact`: somebody's act is awaited; `command`: a step of the workflow is under way. */
  readonly by: 'fact' | 'command';
  readonly since: Instant;
  /** The limit after which the case goes on without it. */
  readonly until?: Instant;
  /** Revision of the last fact folded. */
  readonly revision: number;
  /** Absent when nothing is stuck. */
  readonly stuck?: StuckStep;
}

/** Argument of every command that a workflow drives: which case, at what time of the case's clock, under which command id. */
export interface CaseCommand {
  readonly caseId: string;
  /** The case's own time (`caseNow()`), rehearsal included. */
  readonly now: Instant;
  /** Made from case, step and occurrence: the same step is the same command, however often it is tried. */
  readonly commandId: string;
}

/** What a command answers to the workflow; the fact itself arrives as a signal or is read at a gap. */
export interface CommandAnswer {
  /** Revision of the case's stream after the command. */
  readonly revision: number;
}

/** A command as a workflow calls it. */
export type CaseStep = (command: CaseCommand) => Promise<CommandAnswer>;

/** The activity by which a workflow closes a gap; every task queue has it. */
export interface CaseReading {
  /** Facts of the case's stream from a revision on, in order, at most `CASE_PAGE` of them. */
  readCase(request: {
    readonly category: string;
    readonly caseId: string;
    readonly fromRevision: number;
  }): Promise<readonly CaseFact[]>;
}

/** Facts in one answer of `readCase` and in one signal: keeps each far below the engine's limit of two megabytes. */
export const CASE_PAGE = 100;

/** The one signal of a case workflow: facts in stream order, at least once. */
export const FACTS_SIGNAL = 'facts';
/** Tries a stuck step again at once. */
export const RETRY_SIGNAL = 'retry';
export const PROGRESS_QUERY = 'progress';
/** Memo key: the skew given at the start, so that the rehearsal clock knows how far a workflow is. */
export const SKEW_MEMO = 'skewMs';
/** Memo keys by which tools find the case of a workflow. */
export const CATEGORY_MEMO = 'category';
export const CASE_MEMO = 'caseId';
/** Memo key of a `StuckStep`, null once the case moves again. */
export const STUCK_MEMO = 'stuck';
