import { EventSchemas } from '@hoptac/event-store';
import { given } from '@hoptac/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalDataCatalogue } from './personal-data.events';
import { personalDataAccessDecider, type PersonalDataViewed } from './personal-data-access';

const folder = join(__dirname, '__samples__');

it('keeps a sample of every event, and reads each', () => {
  const samples = readdirSync(folder).map((file) => file.split('.'));
  const written = Object.entries(personalDataCatalogue.versions).map(([type, newest]) => [
    type,
    `v${String(newest)}`,
    'json',
  ]);
  expect(samples.sort()).toEqual(written.sort());
  const schemas = new EventSchemas([personalDataCatalogue]);
  for (const [type = '', version = ''] of samples) {
    const data = JSON.parse(readFileSync(join(folder, `${type}.${version}.json`), 'utf8')) as Record<string, unknown>;
    expect(schemas.upcast(type, 1, data)).toEqual(data);
  }
});

it('every look at a person is a fact of its own', () => {
  const data = {
    personId: 'p-1',
    purpose: 'complaint',
    page: '/audit/cases/d-1',
    subject: { kind: 'dossier', id: 'd-1' },
  } as const;
  const viewed: PersonalDataViewed = { type: 'PersonalDataViewed', data };
  const look = {
    type: 'ViewPersonalData',
    data,
    metadata: { now: '2026-11-22T03:00:00.000Z', actor: { personId: 'i-1', role: 'inspector' }, commandId: 'c-1' },
  } as const;
  given(personalDataAccessDecider).when(look).then(viewed);
  given(personalDataAccessDecider, viewed).when(look).then(viewed);
});
