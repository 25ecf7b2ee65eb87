import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import { exposureDefinition, type ExposureEvent } from '../exposure';
import { bankLineDefinition, fundLedgerDefinition, type BankLineAssigned, type FundLedgerEvent } from '../ledger';
import { evolveLoan, type LoanState } from './loan.state';
import { loanDefinition } from './loan.decider';
import type { LoanEvent } from './loan.events';

const definitions = [loanDefinition, exposureDefinition, bankLineDefinition, fundLedgerDefinition];
const versions = Object.assign({}, ...definitions.map((one) => one.versions)) as Record<string, number>;
const folder = join(__dirname, '__samples__');
const samples = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.split('.');
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  return { type, version: Number(version.slice(1)), data };
});
const schemas = new EventSchemas(definitions);

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}`),
  );
  expect(samples.map(({ type, version }) => `${type}.v${String(version)}`).sort()).toEqual(written.sort());
});

const opened = samples.find(({ type }) => type === 'LoanOpened')!;
const begun = evolveLoan({ status: 'None' }, { type: 'LoanOpened', data: opened.data } as unknown as LoanEvent);

it.each(samples)('$type v$version reads as of today and folds into every state', ({ type, version, data }) => {
  const event = { type, data: schemas.upcast(type, version, data) } as never;
  if (type in loanDefinition.versions) {
    const states: LoanState[] = [{ status: 'None' }, begun];
    for (const state of states) expect(evolveLoan(state, event).status).toBeDefined();
  } else if (type in exposureDefinition.versions) {
    const { decider } = exposureDefinition;
    expect(decider.evolve(decider.initialState(), event as ExposureEvent).applications).toBeDefined();
  } else if (type in bankLineDefinition.versions) {
    const { decider } = bankLineDefinition;
    expect(decider.evolve(decider.initialState(), event as BankLineAssigned).status).toBe('Assigned');
  } else {
    const { decider } = fundLedgerDefinition;
    expect(decider.evolve(decider.initialState(), event as FundLedgerEvent).balances).toBeDefined();
  }
});

it('books nothing that is out of balance', () => {
  for (const { data } of samples) {
    const lines = (data['lines'] ?? []) as readonly { readonly amount: number }[];
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  }
});
