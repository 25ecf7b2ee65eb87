/** Open cases of all stages; Temporal's database is deleted; `hoptac cases resurrect`; every case goes on, nothing is done twice (faults.md). */
import { resubmissionOf } from '@hoptac/demo';
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addressOf } from '../support/province';
import { experiment, isLong, type Experiment } from './experiment';
import { CORRECTION, file, pageSays, press, proposeGrant, theCast, toCertificate, type Cast } from './people';
import { allWell, startPart, stopPart } from './parts';

const STAGES = ['filed', 'claimed', 'correction', 'resubmitted', 'proposed', 'registered', 'withdrawing'] as const;
type Stage = (typeof STAGES)[number];
/** Two hundred open cases in the long form: one in seven is closed. */
const OF_EACH = isLong ? 34 : 1;
const LANES = 4;
const WITHIN_MS = 120_000;

async function bringTo(stage: Stage, e: Experiment, cast: Cast): Promise<string> {
  const { id } = await file(e, cast.applicant);
  if (stage === 'filed') return id;
  await press(e, cast.officer, id, 'claims');
  if (stage === 'registered') await toCertificate(e, cast, id);
  if (stage === 'withdrawing') await press(e, cast.applicant, id, 'withdrawal-requests', { reason: 'Đổi trụ sở' });
  if (stage === 'correction' || stage === 'resubmitted') {
    const { position } = await press(e, cast.officer, id, 'correction-requests', CORRECTION);
    if (stage === 'resubmitted')
      await press(e, cast.applicant, id, 'resubmissions', await resubmissionOf(cast.applicant, id, 'Số 1', position));
  }
  if (stage === 'proposed') {
    await proposeGrant(e, cast, id);
  }
  return id;
}

/** What is left to do from the stage on. */
async function goOn(stage: Stage, id: string, e: Experiment, cast: Cast): Promise<void> {
  switch (stage) {
    case 'registered':
      return;
    case 'filed':
      await press(e, cast.officer, id, 'claims');
      return toCertificate(e, cast, id);
    case 'claimed':
      return toCertificate(e, cast, id);
    case 'correction':
      await press(e, cast.applicant, id, 'resubmissions', await resubmissionOf(cast.applicant, id, 'Số 2'));
      return toCertificate(e, cast, id, 1);
    case 'resubmitted':
      return toCertificate(e, cast, id, 1);
    case 'proposed':
      await pageSays(e, cast.head, id, 'may be granted', ({ allowedActions }) =>
        allowedActions.includes('grantRegistration'),
      );
      await press(e, cast.head, id, 'decisions', { decision: 'grant' });
      await pageSays(e, cast.officer, id, 'registered', ({ status }) => status === 'Registered');
      return;
    case 'withdrawing':
      await press(e, cast.head, id, 'withdrawal-decisions', { outcome: 'accept' });
      await pageSays(e, cast.applicant, id, 'withdrawn', ({ status }) => status === 'Withdrawn');
  }
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

experiment('temporal-lost', async (e) => {
  const cast = await theCast();
  const cases: { id: string; stage: Stage }[] = [];
  await inLanes(Array.from({ length: OF_EACH }, () => STAGES).flat(), async (stage) => {
    cases.push({ id: await bringTo(stage, e, cast), stage });
  });
  const database = join(addressOf('HOPTAC_DATA_DIR'), 'temporal');
  expect(existsSync(database)).toBe(true);
  await stopPart('temporal');
  rmSync(database, { recursive: true });
  e.say(`Temporal's database deleted under ${String(cases.length)} cases of all stages`);
  await startPart('temporal');
  await allWell();
  const program = join(__dirname, '../../dist/apps/cli/main.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'cases', 'resurrect'], {
    timeout: WITHIN_MS,
  });
  e.say(`resurrect: ${stdout.trim()}`);
  const lostAt = Date.now();
  await inLanes(cases, ({ id, stage }) => goOn(stage, id, e, cast));
  e.floor('cases that went on to their end', cases.length, STAGES.length * OF_EACH);
  e.floor('steps answered afterwards', e.answeredSince(lostAt), 8 * OF_EACH);
});
