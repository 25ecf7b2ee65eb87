import { Problem, post } from '../../../api/client';
import type { DraftForm, OpenDraft, SavedAnswer } from './draft-types';

export type SavingState = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'stale' | 'refused';

export interface DraftSnapshot {
  readonly form: DraftForm;
  /** Of what lies on the server. */
  readonly revision: number;
  readonly savedAt: string;
  readonly state: SavingState;
  /** Why the server took no more. */
  readonly problem?: Problem;
}

const AFTER_CHANGE_MS = 2_000;
const AGAIN_MS = 5_000;

/** A saving that was sent and not answered: sent again as it was, it lands once. */
interface Pending {
  readonly form: DraftForm;
  readonly key: string;
  readonly revision: number;
}

/**
 * Keeps one draft on the server as it is typed: two seconds after the last change, on leaving a field, and before every step. One saving is under way
 * at a time. What could not be sent stays in memory and is sent again; a draft that moved on elsewhere is never overwritten.
 */
export class DraftSaver {
  private snapshot: DraftSnapshot;
  private dirty = false;
  private pending: Pending | undefined;
  private running: Promise<void> | undefined;
  private timer: number | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly id: string,
    { form, revision, savedAt }: Pick<OpenDraft, 'form' | 'revision' | 'savedAt'>,
  ) {
    this.snapshot = { form, revision, savedAt, state: 'saved' };
  }

  readonly current = (): DraftSnapshot => this.snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(part: Partial<DraftForm>): void {
    this.dirty = true;
    // What was refused may be right now; what moved on elsewhere, or waits for the network, is so still.
    const { state: before } = this.snapshot;
    const state = before === 'stale' || before === 'waiting' ? before : 'unsaved';
    this.tell({ form: { ...this.snapshot.form, ...part }, state });
    this.later(AFTER_CHANGE_MS);
  }

  /** A field was left, or the tab is hidden: nothing waits any longer. */
  readonly leave = (): void => {
    if (this.dirty) void this.flush();
  };

  /** Whether all that was typed lies on the server now. One run at a time: whoever comes meanwhile waits for it. */
  async flush(): Promise<boolean> {
    do {
      window.clearTimeout(this.timer);
      this.running ??= this.drain().finally(() => (this.running = undefined));
      await this.running;
    } while (this.dirty && !this.blocked() && this.snapshot.state !== 'waiting');
    return !this.dirty;
  }

  /** True while something typed is not on the server. */
  unsaved(): boolean {
    return this.dirty;
  }

  close(): void {
    window.clearTimeout(this.timer);
  }

  private blocked(): boolean {
    return this.snapshot.state === 'stale' || this.snapshot.state === 'refused';
  }

  private later(ms: number): void {
    window.clearTimeout(this.timer);
    if (!this.blocked()) this.timer = window.setTimeout(() => void this.flush(), ms);
  }

  private async drain(): Promise<void> {
    while (this.dirty && !this.blocked()) {
      await this.save();
      if (this.snapshot.state === 'waiting') return;
    }
  }

  private async save(): Promise<void> {
    const sent = (this.pending ??= {
      form: this.snapshot.form,
      key: crypto.randomUUID(),
      revision: this.snapshot.revision,
    });
    this.tell({ state: 'saving' });
    try {
      const { revision, savedAt } = await post<SavedAnswer>(
        `/api/drafts/${this.id}/savings`,
        { form: sent.form },
        { key: sent.key, revision: sent.revision },
      );
      this.pending = undefined;
      this.dirty = this.snapshot.form !== sent.form;
      this.tell({ revision, savedAt, state: this.dirty ? 'unsaved' : 'saved' });
    } catch (error) {
      this.refused(error);
    }
  }

  private refused(error: unknown): void {
    const problem = error instanceof Problem ? error : undefined;
    if (problem !== undefined && problem.status < 500 && problem.status !== 429) {
      this.pending = undefined;
      const state = problem.status === 412 ? 'stale' : problem.status === 401 ? 'waiting' : 'refused';
      this.tell({ state, problem });
    } else this.tell({ state: 'waiting' });
    this.later(AGAIN_MS);
  }

  private tell(change: Partial<DraftSnapshot>): void {
    const { problem, ...rest } = this.snapshot;
    const next = { ...rest, ...change };
    this.snapshot = problem !== undefined && next.state === rest.state ? { problem, ...next } : next;
    for (const listener of this.listeners) listener();
  }
}
