import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHere } from '../../apps/worker/spec-support/engine';
import { SCENARIOS } from './scenarios';

jest.setTimeout(60_000);

const FOLDER = join(__dirname, 'histories');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));
const text = (name: string): string => readFileSync(join(FOLDER, `${name}.json`), 'utf8');

let workflowBundle: { readonly codePath: string };

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundleHere();
});

const replay = (name: string, history: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, historyFromJSON(JSON.parse(history)), `founding-registration:${name}`);

it('has a stored history of every path', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(SCENARIOS)));
});

it.each(names)('the code of today replays the run “%s”', async (name) => {
  await expect(replay(name, text(name))).resolves.toBeUndefined();
});

it('notices a run that went another way', async () => {
  const payload = (activity: string): string => Buffer.from(activity).toString('base64');
  const markers = [...text('granted').matchAll(/"data": "([A-Za-z0-9+/=]+)"/g)].map(([, data]) => data ?? '');
  const marker = markers.find((data) => Buffer.from(data, 'base64').toString().includes('"checkDossier"'));
  expect(marker).toBeDefined();
  const other = payload(
    Buffer.from(marker ?? '', 'base64')
      .toString()
      .replace('checkDossier', 'lapseDossier'),
  );
  await expect(replay('altered', text('granted').replace(marker ?? '', other))).rejects.toThrow(
    DeterminismViolationError,
  );
});
