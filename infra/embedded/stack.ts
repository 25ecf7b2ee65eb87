import { setTimeout as sleep } from 'node:timers/promises';
import { type ControlDoor, openControl } from './control';
import { DataFolder, diskFull } from './data-folder';
import { Notice } from './notice';
import { planParts, TIERS } from './parts';
import { endLeftovers, markOf } from './processes';
import { busyDoors, DOORS } from './ports';
import { addresses, DOORS_OF, type PartName, type StackSettings } from './settings';
import { SupervisedPart } from './supervised-part';

const LOW_SPACE_BYTES = 100 * 1024 * 1024;
const LOOK_AT_SPACE_EVERY_MS = 30_000;

/** Each part gets every address by itself (a base would be a second answer), and nothing of the bootstrap's own. */
const NOT_FOR_PARTS = { HOPTAC_PORT_BASE: undefined, HOPTAC_ROOT: undefined, HOPTAC_TEMPORAL_TOOL: undefined };

/** The running embedded stack. Nothing of it is left when `start` throws or after `stop`. */
export class Stack {
  private readonly parts = new Map<PartName, SupervisedPart>();
  private control: ControlDoor | undefined;
  private spaceTimer: NodeJS.Timeout | undefined;
  private stopping: Promise<void> | undefined;
  private warnedAt = 0;

  private constructor(
    readonly settings: StackSettings,
    readonly data: DataFolder,
    /** Addresses of all parts, as the parts have them. */
    readonly env: Readonly<Record<string, string>>,
    private readonly said: (text: string) => void,
  ) {}

  /** Starts everything, or nothing: a failure or the signal stops what was already up, then throws. */
  static async start(settings: StackSettings, said: (text: string) => void, signal?: AbortSignal): Promise<Stack> {
    const data = DataFolder.open(settings.dataDir);
    let stack: Stack | undefined;
    try {
      await clearLeftovers(data, said);
      await refuseBusyPorts(settings);
      const { plans, postgresUrl } = planParts(settings, data, said);
      stack = new Stack(settings, data, addresses(settings, postgresUrl), said);
      const partEnv = { NODE_ENV: 'production', ...settings.environment, ...stack.env, ...NOT_FOR_PARTS };
      const listener = {
        said: (text: string) => {
          said(text);
          stack?.warnWhenFull();
        },
        processChanged: () => stack?.record(),
      };
      for (const plan of plans) {
        stack.parts.set(plan.name, new SupervisedPart(plan, partEnv, data.file('logs', `${plan.name}.log`), listener));
      }
      const begun = stack;
      signal?.addEventListener('abort', () => void begun.stop());
      stack.control = await openControl(stack);
      stack.record();
      for (const tier of TIERS) {
        signal?.throwIfAborted();
        await stack.startTier(tier);
      }
      stack.watchSpace();
      return stack;
    } catch (error) {
      if (stack) await stack.stop();
      else data.close();
      throw data.freeBytes() < LOW_SPACE_BYTES ? diskFull(data.path, data.freeBytes(), error) : error;
    }
  }

  /** Address and token of the control door (see control.ts). */
  get controlAccess(): { readonly url: string; readonly token: string } {
    return { url: this.control?.url ?? '', token: this.control?.token ?? '' };
  }

  part(name: string): SupervisedPart | undefined {
    return this.parts.get(name as PartName);
  }

  get partList(): readonly SupervisedPart[] {
    return [...this.parts.values()];
  }

  /** Stops everything in the other order; safe to call twice. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  private async stopAll(): Promise<void> {
    clearInterval(this.spaceTimer);
    for (const tier of [...TIERS].reverse()) {
      await Promise.all(this.inTier(tier).map((part) => part.stop()));
    }
    await this.control?.close();
    for (const part of this.parts.values()) part.close();
    this.data.forgetInstance();
    this.data.close();
  }

  private inTier(tier: readonly PartName[]): readonly SupervisedPart[] {
    return tier.flatMap((name) => this.parts.get(name) ?? []);
  }

  private async startTier(tier: readonly PartName[]): Promise<void> {
    const results = await Promise.allSettled(this.inTier(tier).map((part) => this.startPart(part)));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason as Error;
  }

  private async startPart(part: SupervisedPart): Promise<void> {
    const begun = Date.now();
    const limit = String(part.plan.readyWithinMs / 1000);
    const waiting = setInterval(() => {
      const elapsed = String(Math.round((Date.now() - begun) / 1000));
      this.said(`… ${part.plan.label}: đang khởi động / starting (${elapsed} s / ${limit} s)`);
    }, 3_000);
    try {
      await part.start();
      this.said(`✓ ${part.plan.label} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
    } finally {
      clearInterval(waiting);
    }
  }

  /** Leaves a note of every process, so that the next start can end what a killed launcher left behind. */
  private record(): void {
    const marks = this.partList.flatMap((part) => (part.process ? [[part.plan.name, part.process] as const] : []));
    try {
      this.data.record({
        launcher: markOf(process.pid),
        parts: Object.fromEntries(marks),
        ...(this.control ? { control: this.controlAccess } : {}),
        addresses: this.env,
      });
    } catch {
      // A full disk: the parts say so themselves, and the watch over free space below.
    }
  }

  private watchSpace(): void {
    this.spaceTimer = setInterval(() => {
      this.warnWhenFull();
    }, LOOK_AT_SPACE_EVERY_MS);
  }

  private warnWhenFull(): void {
    const free = this.data.freeBytes();
    if (free >= LOW_SPACE_BYTES || Date.now() - this.warnedAt < LOOK_AT_SPACE_EVERY_MS / 2) return;
    this.warnedAt = Date.now();
    this.said(diskFull(this.data.path, free).message);
  }
}

async function clearLeftovers(data: DataFolder, said: (text: string) => void): Promise<void> {
  const marks = Object.values(data.lastInstance().parts);
  if (marks.length === 0) return;
  const ended = await endLeftovers(marks);
  if (ended.length === 0) return;
  said(
    `phiên trước bị ngắt; đã dừng ${String(ended.length)} tiến trình còn lại / ended ${String(ended.length)} processes an interrupted run left behind`,
  );
  // The backends of a killed PostgreSQL take a moment to notice.
  await sleep(500);
}

async function refuseBusyPorts(settings: StackSettings): Promise<void> {
  const doors = settings.parts.flatMap((name) => DOORS_OF[name]);
  const busy = await busyDoors(settings.ports, doors);
  if (busy.length === 0) return;
  const list = busy.map((door) => `${String(settings.ports[door])} (${DOORS[door].key})`).join(', ');
  throw new Notice({
    vi: `Cổng đang bị chương trình khác dùng: ${list}. Hãy dừng chương trình đó, đặt biến trong ngoặc sang cổng khác, hoặc chuyển cả hệ bằng HOPTAC_PORT_BASE=4000.`,
    en: `Ports in use by another program: ${list}. Stop that program, set the key in brackets to another port, or move the whole stack by HOPTAC_PORT_BASE=4000.`,
  });
}
