import 'reflect-metadata';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CasesOfRecord } from '../../apps/worker/spec-support/cases-of-record';
import { Engine, LoanApplicationEngine, type EngineOf } from '../../apps/worker/spec-support/engine';
import { LoanApplicationsOfRecord } from '../../apps/worker/spec-support/loan-applications-of-record';
import { LOAN_APPLICATION_SCENARIOS, LoanJourney } from './loan-application.scenarios';
import { Journey, SCENARIOS } from './scenarios';

/**
 * `node dist/test/replay/record.js [folder]`: drives every path of the workflows on the running engine (`HOPTAC_TEMPORAL_ADDRESS`, rehearsal allowed) and
 * stores each history that is not there yet. A stored history is never replaced: it is what an open run of that day looks like.
 */
async function record(folder: string): Promise<void> {
  const registrations = new Engine(new CasesOfRecord(), 'replay-recording');
  await recordAll(folder, registrations, SCENARIOS, (caseId) => new Journey(registrations, caseId));
  const lending = new LoanApplicationEngine(new LoanApplicationsOfRecord(), 'replay-recording-loans');
  const ofLoans = join(folder, 'loan-application');
  await recordAll(ofLoans, lending, LOAN_APPLICATION_SCENARIOS, (caseId) => new LoanJourney(lending, caseId));
}

async function recordAll<J extends { readonly workflowId: string }>(
  folder: string,
  engine: Pick<EngineOf<unknown>, 'start' | 'stop' | 'temporal'>,
  scenarios: Readonly<Record<string, (journey: J) => Promise<void>>>,
  journeyOf: (caseId: string) => J,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await engine.start();
  try {
    for (const [name, run] of Object.entries(scenarios)) {
      const file = join(folder, `${name}.json`);
      if (existsSync(file)) {
        process.stdout.write(`${name}: kept\n`);
        continue;
      }
      const journey = journeyOf(`${name}-${Date.now().toString(36)}`);
      await run(journey);
      const history = await engine.temporal.client.workflow.getHandle(journey.workflowId).fetchHistory();
      // Which process on which machine it was says nothing to a replay.
      const text = historyToJSON(history).replaceAll(/"identity":\s*"[^"]*"/g, '"identity": "recording"');
      writeFileSync(file, `${JSON.stringify(JSON.parse(text), undefined, 1)}\n`);
      process.stdout.write(`${name}: ${String(history.events?.length ?? 0)} events\n`);
    }
  } finally {
    await engine.stop();
  }
}

record(process.argv[2] ?? 'test/replay/histories').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
