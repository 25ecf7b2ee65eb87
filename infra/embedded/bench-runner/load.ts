import { availableParallelism, cpus, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Notice } from '../notice';

const LOOK_FOR_MS = 3_000;
/** More than this share of the cores in use by others makes any figure a guess. */
const BUSY_SHARE = 0.25;
/** Load per core over the last minute above which a machine counts as busy. */
const BUSY_LOAD = 0.5;
/** The building of the programs just before counts in the minute's load; it has sunk by then. */
const SINKS_WITHIN_MS = 120_000;

/** How much others use of the machine. */
export interface MachineLoad {
  readonly cores: number;
  /** Share of all cores in use over three seconds, 0–1. */
  readonly share: number;
  /** Tasks wanting to run, averaged over the last minute. */
  readonly minute: number;
}

export async function machineLoad(): Promise<MachineLoad> {
  const before = times();
  await sleep(LOOK_FOR_MS);
  const after = times();
  const whole = after.whole - before.whole;
  return {
    cores: availableParallelism(),
    share: whole > 0 ? 1 - (after.idle - before.idle) / whole : 0,
    minute: loadavg()[0] ?? 0,
  };
}

export function loadText({ cores, share, minute }: MachineLoad): string {
  return `${String(cores)} cores, ${String(Math.round(share * 100))} % in use, load of the last minute ${minute.toFixed(2)}`;
}

export const isBusy = ({ cores, share, minute }: MachineLoad): boolean =>
  share > BUSY_SHARE || minute > BUSY_LOAD * cores;

/** The load, once the machine is quiet. @throws Notice when others keep it busy. */
export async function quietMachine(said: (text: string) => void): Promise<MachineLoad> {
  const end = Date.now() + SINKS_WITHIN_MS;
  for (;;) {
    const load = await machineLoad();
    if (!isBusy(load)) return load;
    if (load.share > BUSY_SHARE || Date.now() > end) {
      throw new Notice({
        vi: `Máy đang bận (${loadText(load)}); số đo sẽ không đáng tin. Hãy đợi, hoặc đo bằng mọi giá: \`npm run bench -- --anyway\`.`,
        en: `The machine is busy (${loadText(load)}); figures would mean nothing. Wait, or measure all the same: \`npm run bench -- --anyway\`.`,
      });
    }
    said(`… đợi máy yên / waiting for the machine to be quiet: ${loadText(load)}`);
    await sleep(5_000);
  }
}

function times(): { readonly idle: number; readonly whole: number } {
  let [idle, whole] = [0, 0];
  for (const { times: spent } of cpus()) {
    idle += spent.idle;
    whole += spent.user + spent.nice + spent.sys + spent.idle + spent.irq;
  }
  return { idle, whole };
}
