import { checkLedger } from '@hoptac/audit';
import type { AnsweredStep, LedgerReport } from '@hoptac/audit';
import { EVENT_STORE } from '@hoptac/event-store';
import type { EventStore } from '@hoptac/event-store';
import { houseBoundedPrefixes, houseProjections, houseStreamPrefixes } from '@hoptac/house';
import { CLOCK } from '@hoptac/kernel';
import type { Clock } from '@hoptac/kernel';
import { ReadModels } from '@hoptac/projections';
import { ReadDb } from '@hoptac/read-db';
import { TemporalClient } from '@hoptac/temporal';
import type { INestApplicationContext } from '@nestjs/common';
import { correspondenceLedger, correspondenceSettles } from './correspondence-ledger';
import { foundingLedger } from './founding-ledger';
import { loanApplicationLedger } from './loan-application-ledger';

/** Longest that read models may take to see the last event before the ledger is read; milliseconds. */
const SETTLE_MS = 60_000;

/** Holds the whole running house against its facts; waits first until the read models have seen the last of them. */
export async function checkHouse(
  house: INestApplicationContext,
  answered: readonly AnsweredStep[] = [],
): Promise<LedgerReport> {
  const store = house.get<EventStore>(EVENT_STORE, { strict: false });
  const models = house.get(ReadModels, { strict: false });
  const temporal = house.get(TemporalClient, { strict: false });
  await correspondenceSettles(store, SETTLE_MS);
  const end = await store.lastPosition();
  const now = house.get<Clock>(CLOCK, { strict: false }).now();
  for (const { name } of houseProjections) {
    if (end !== undefined && !(await models.waitFor(name, end.commit, SETTLE_MS))) {
      throw new Error(`The read model ${name} has not seen the end of the event store within a minute`);
    }
  }
  return checkLedger({
    store,
    streamPrefixes: houseStreamPrefixes,
    boundedPrefixes: houseBoundedPrefixes,
    db: house.get(ReadDb, { strict: false }),
    projections: houseProjections,
    cases: [foundingLedger(temporal, now), correspondenceLedger(temporal), loanApplicationLedger(temporal, now)],
    answered,
  });
}

/** The report for people; empty findings say so. */
export function ledgerText({ findings, unreadable, counted }: LedgerReport): string {
  const leftOut = unreadable.map(
    ({ where, what }) => `  không đọc được / cannot be read, its stream is left out · ${where}: ${what}`,
  );
  const work = `${counted.events} events in ${counted.streams} streams, ${counted.rows} rows, ${counted.cases} cases, ${counted.answered} answered steps`;
  if (findings.length === 0) return [`Sổ sự thật khớp / the ledger of truth agrees: ${work}`, ...leftOut].join('\n');
  return [
    `Sổ sự thật KHÔNG khớp / the ledger of truth does NOT agree (${work}):`,
    ...findings.map(({ law, where, what }) => `  law ${law} · ${where}: ${what}`),
    ...leftOut,
  ].join('\n');
}
