import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PartPlan } from './part-plan';
import { SupervisedPart } from './supervised-part';

/** A program that runs for a moment at its first start, ends with `first`, and at later starts ends with `later` at once. */
const program = (mark: string, first: number, later: number): string => `
  const { existsSync, writeFileSync } = require('node:fs');
  if (existsSync(${JSON.stringify(mark)})) process.exit(${later});
  writeFileSync(${JSON.stringify(mark)}, '');
  setTimeout(() => process.exit(${first}), 300);`;

describe('a part that ends', () => {
  let dir: string;
  let part: SupervisedPart;
  let said: string[];
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'part-'));
    said = [];
  });
  afterEach(async () => {
    await part.stop();
    part.close();
    rmSync(dir, { recursive: true });
  });

  async function start(first: number, later: number): Promise<void> {
    const plan: PartPlan = {
      name: 'event-node',
      label: 'a part',
      command: process.execPath,
      args: ['-e', program(join(dir, 'started'), first, later)],
      probe: () => Promise.resolve(),
      readyWithinMs: 5_000,
      stopSignal: 'SIGTERM',
      stopWithinMs: 2_000,
    };
    part = new SupervisedPart(plan, process.env, join(dir, 'part.log'), {
      said: (text) => said.push(text),
      processChanged: () => undefined,
    });
    await part.start();
  }
  const until = async (holds: () => boolean): Promise<void> => {
    for (let n = 0; n < 400 && !holds(); n++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(holds()).toBe(true);
  };

  it('after a failed commit (70) is started again', async () => {
    await start(70, 70);
    await until(() => part.restarts >= 1);
    expect(said[0]).toMatch(/exit 70.*restarting/);
  });

  it('that refuses to run (78) is left alone, and somebody is told', async () => {
    await start(78, 78);
    await until(() => part.state === 'stopped');
    expect(part.restarts).toBe(0);
    expect(said).toEqual([expect.stringMatching(/refuses to run/)]);
  });

  it('that is started again and then refuses is left alone too', async () => {
    await start(70, 78);
    await until(() => part.state === 'stopped' && part.restarts === 1);
    expect(said[said.length - 1]).toMatch(/refuses to run/);
  });
});
