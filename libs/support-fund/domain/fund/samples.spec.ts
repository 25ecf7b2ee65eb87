import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import { fundDefinition, evolveFund, type SupportFundEvent, type FundState } from '.';

const folder = join(__dirname, '__samples__');
const samples = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.split('.');
  return {
    type,
    version: Number(version.slice(1)),
    data: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
  };
});
const schemas = new EventSchemas([fundDefinition]);
const eventOf = (wanted: string): SupportFundEvent =>
  ({ type: wanted, data: samples.find(({ type }) => type === wanted)?.data }) as unknown as SupportFundEvent;

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(fundDefinition.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}`),
  );
  expect(samples.map(({ type, version }) => `${type}.v${String(version)}`).sort()).toEqual(written.sort());
});

it.each(samples)('$type v$version reads as of today and folds into every state', ({ type, version, data }) => {
  const today = schemas.upcast(type, version, data);
  const states: FundState[] = [{ status: 'Unknown' }, evolveFund({ status: 'Unknown' }, eventOf('SupportFundFounded'))];
  expect(Object.keys(today).length).toBeGreaterThan(0);
  for (const state of states)
    expect(evolveFund(state, { type, data: today } as unknown as SupportFundEvent).status).toBeDefined();
});
