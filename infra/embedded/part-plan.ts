import { type Probe } from './health';
import { type PartName } from './settings';

/** How one part is started, judged well, and stopped. */
export interface PartPlan {
  readonly name: PartName;
  /** What people call it, with where it listens. */
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Words before the command that end in running it (`unshare …`). */
  readonly wrap?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  /** The engine yields to people: Temporal and the worker run at 10. */
  readonly nice?: number;
  readonly probe: Probe;
  /** Limit on the wait until the probe holds. */
  readonly readyWithinMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
  /** Before every start. */
  readonly prepare?: () => void;
  /** After the probe held, at every start, before the part counts as ready. */
  readonly furnish?: () => Promise<void>;
}
