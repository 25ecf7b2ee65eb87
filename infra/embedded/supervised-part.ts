import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextRestart } from './backoff';
import { Notice } from './notice';
import { type PartPlan } from './part-plan';
import { endingWithUs, markOf, type ProcessMark, signalGroup, yieldAsSession } from './processes';
import { RotatingLog } from './rotating-log';

export type PartState = 'stopped' | 'starting' | 'ready' | 'waiting' | 'stopping';

/** What the part tells its owner; `text` is for people. */
export interface PartListener {
  said(text: string): void;
  processChanged(): void;
}

const PROBE_EVERY_MS = 150;
const PROBE_LIMIT_MS = 4_000;
/** How a part says that its configuration or its data must be mended by somebody first (EX_CONFIG). */
const REFUSES = /^exit 78\b/;

/** A part that ended before it was well, or did not get well in time. */
class PartFailure extends Notice {
  constructor(
    label: string,
    readonly how: string,
    log: RotatingLog,
  ) {
    super({
      vi: `${label} không khởi động được (${how}). Nhật ký: ${log.file}`,
      en: `${label} did not start (${how}). Log: ${log.file}`,
      detail: log.tail(),
    });
  }
}

/** One part of the stack: its process, its log, its restarts. */
export class SupervisedPart {
  state: PartState = 'stopped';
  restarts = 0;
  private child: ChildProcess | null = null;
  private mark: ProcessMark | null = null;
  private ended: Promise<string> = Promise.resolve('');
  private failures = 0;
  private readySince = 0;
  private wake: AbortController | null = null;
  private readonly log: RotatingLog;

  constructor(
    readonly plan: PartPlan,
    private readonly env: Readonly<Record<string, string | undefined>>,
    logFile: string,
    private readonly listener: PartListener,
  ) {
    this.log = new RotatingLog(logFile);
  }

  get process(): ProcessMark | null {
    return this.mark;
  }

  /** Starts the part and waits until it is well; throws a notice with its last words when it ends or stays unwell. */
  async start(): Promise<void> {
    this.state = 'starting';
    this.wake = new AbortController();
    this.plan.prepare?.();
    const child = this.spawn();
    const ended = this.watch(child);
    this.ended = ended;
    const outcome = await Promise.race([this.untilReady(), ended.then((how) => ({ how }))]);
    if (outcome !== null) throw this.failure(outcome.how);
    this.state = 'ready';
    this.readySince = Date.now();
    // Not while it starts: whoever starts a stack waits for it.
    if (this.plan.nice !== undefined && child.pid !== undefined) void yieldAsSession(child.pid, this.plan.nice);
    void ended.then((how) => this.restartAfter(how));
  }

  /** Stops the part and whatever it started, for good. */
  async stop(): Promise<void> {
    this.state = 'stopping';
    this.wake?.abort();
    const { child } = this;
    if (child?.pid !== undefined) {
      child.kill(this.plan.stopSignal);
      const inTime = await Promise.race([
        this.ended.then(() => true),
        sleep(this.plan.stopWithinMs, false, { ref: false }),
      ]);
      if (!inTime) {
        this.listener.said(`${this.plan.name}: không dừng kịp, buộc dừng / did not stop in time, killed`);
        signalGroup(child.pid, 'SIGKILL');
        await this.ended;
      }
    }
    this.state = 'stopped';
  }

  close(): void {
    this.log.close();
  }

  private spawn(): ChildProcess {
    const { command, args, wrap = [], nice, uid, gid, stopSignal } = this.plan;
    const yielding = nice === undefined ? [] : ['nice', '-n', String(nice)];
    const [program = command, ...words] = [...yielding, ...wrap, ...endingWithUs(stopSignal), command, ...args];
    const child = spawn(program, words, {
      // A group of its own: the terminal's Ctrl-C reaches the launcher alone, and stopping reaches children's children.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...this.env, ...this.plan.env },
      ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
    });
    child.stdout.on('data', (chunk: Buffer) => {
      this.log.write(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      this.log.write(chunk);
    });
    return child;
  }

  /** Resolves with how the process ended, after which nothing of its group is left. */
  private watch(child: ChildProcess): Promise<string> {
    this.child = child;
    this.mark = child.pid === undefined ? null : markOf(child.pid);
    this.listener.processChanged();
    return new Promise((resolve) => {
      const end = (how: string): void => {
        if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
        if (this.child === child) {
          this.child = null;
          this.mark = null;
          this.listener.processChanged();
        }
        resolve(how);
      };
      child.once('error', (error) => {
        end(error.message);
      });
      child.once('exit', (code, signal) => {
        end(signal ?? `exit ${String(code)}`);
      });
    });
  }

  /** Null when the part is well; how it failed otherwise. */
  private async untilReady(): Promise<{ how: string } | null> {
    const deadline = Date.now() + this.plan.readyWithinMs;
    let last = 'no answer';
    const child = this.child;
    while (Date.now() < deadline && this.child === child && child !== null) {
      try {
        await this.plan.probe(AbortSignal.timeout(PROBE_LIMIT_MS));
        await this.plan.furnish?.();
        return null;
      } catch (error) {
        last = error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : String(error);
      }
      await sleep(PROBE_EVERY_MS);
    }
    return { how: `not ready after ${String(this.plan.readyWithinMs / 1000)} s: ${last}` };
  }

  private async restartAfter(how: string): Promise<void> {
    const ranForMs = this.readySince === 0 ? 0 : Date.now() - this.readySince;
    this.readySince = 0;
    if (this.state === 'stopping' || this.state === 'stopped') return;
    if (REFUSES.test(how)) {
      this.state = 'stopped';
      this.listener.said(
        `${this.plan.name}: từ chối chạy, cần người xử lý trước; xem nhật ký / refuses to run, somebody must mend it first; see its log`,
      );
      return;
    }
    const { waitMs, failures } = nextRestart(this.failures, ranForMs);
    this.failures = failures;
    this.state = 'waiting';
    const wait = String(waitMs / 1000);
    this.listener.said(
      `${this.plan.name}: đã dừng bất ngờ (${how}); khởi động lại sau ${wait} giây / ended (${how}); restarting in ${wait} s`,
    );
    try {
      await sleep(waitMs, undefined, this.wake ? { signal: this.wake.signal } : {});
    } catch {
      return;
    }
    if (!this.isStopping()) await this.restart();
  }

  private async restart(): Promise<void> {
    this.restarts += 1;
    const begun = Date.now();
    try {
      await this.start();
      const took = ((Date.now() - begun) / 1000).toFixed(1);
      this.listener.said(`${this.plan.name}: đã chạy lại / is back (${took} s)`);
    } catch (error) {
      if (this.isStopping()) return;
      await this.endUnwell();
      await this.restartAfter(error instanceof PartFailure ? error.how : String(error));
    }
  }

  private isStopping(): boolean {
    return this.state === 'stopping' || this.state === 'stopped';
  }

  /** A part that never got well must not stay beside its successor. */
  private async endUnwell(): Promise<void> {
    if (this.child?.pid !== undefined) signalGroup(this.child.pid, 'SIGKILL');
    await this.ended;
  }

  private failure(how: string): PartFailure {
    return new PartFailure(this.plan.label, `${how}: ${this.log.lastComplaint()}`.slice(0, 300), this.log);
  }
}
