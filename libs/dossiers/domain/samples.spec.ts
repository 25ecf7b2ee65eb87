import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import { dossierCatalogue, evolve, type DossierEvent, type DossierState } from '.';

const folder = join(__dirname, '__samples__');
const samples = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.split('.');
  return {
    type,
    version: Number(version.slice(1)),
    data: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
  };
});
const schemas = new EventSchemas([dossierCatalogue]);

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(dossierCatalogue.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}`),
  );
  expect(samples.map(({ type, version }) => `${type}.v${String(version)}`).sort()).toEqual(written.sort());
});

it.each(samples)('$type v$version reads as of today and folds into every state', ({ type, version, data }) => {
  const today = schemas.upcast(type, version, data);
  const filed = samples.find(
    (sample) => sample.type === 'DossierFiled' && sample.version === dossierCatalogue.versions['DossierFiled'],
  );
  const states: DossierState[] = [
    { status: 'NotFiled' },
    evolve({ status: 'NotFiled' }, { type: 'DossierFiled', data: filed?.data } as unknown as DossierEvent),
  ];
  expect(Object.keys(today).length).toBeGreaterThan(0);
  if (type === 'CaseCodeAllocated') return;
  for (const state of states)
    expect(evolve(state, { type, data: today } as unknown as DossierEvent).status).toBeDefined();
});
