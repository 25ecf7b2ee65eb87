import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHere } from '../../apps/worker/spec-support/engine';
import { LOAN_APPLICATION_SCENARIOS } from './loan-application.scenarios';

jest.setTimeout(60_000);

const FOLDER = join(__dirname, 'histories/loan-application');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

let workflowBundle: { readonly codePath: string };

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundleHere();
});

it('has a stored history of every path of an application', () => {
  expect(names).toEqual(expect.arrayContaining(Object.keys(LOAN_APPLICATION_SCENARIOS)));
});

it.each(names)('the code of today replays the application “%s”', async (name) => {
  const history = historyFromJSON(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
  await expect(
    Worker.runReplayHistory({ workflowBundle }, history, `loan-application:${name}`),
  ).resolves.toBeUndefined();
});
