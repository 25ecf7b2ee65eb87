import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import {
  organisationCodeDecider,
  organisationDecider,
  organisationNameDecider,
  registryCatalogue,
  type OrganisationCodeAssigned,
  type OrganisationEvent,
  type OrganisationNameEvent,
} from '.';

const folder = join(__dirname, '__samples__');
const samples = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.split('.');
  return {
    type,
    version: Number(version.slice(1)),
    data: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>,
  };
});
const schemas = new EventSchemas([registryCatalogue]);

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(registryCatalogue.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}`),
  );
  expect(samples.map(({ type, version }) => `${type}.v${String(version)}`).sort()).toEqual(written.sort());
});

it.each(samples)('$type v$version reads as of today and folds', ({ type, version, data }) => {
  const event = { type, data: schemas.upcast(type, version, data) };
  if (type.startsWith('OrganisationName')) {
    const { holder } = organisationNameDecider.evolve({}, event as unknown as OrganisationNameEvent);
    expect(holder !== undefined).toBe(type === 'OrganisationNameReserved');
    return;
  }
  if (type === 'OrganisationCodeAssigned') {
    const { organisationId } = organisationCodeDecider.evolve({}, event as unknown as OrganisationCodeAssigned);
    expect(organisationId).toBe((data as { organisationId: string }).organisationId);
    return;
  }
  const { status } = organisationDecider.evolve({ status: 'Unknown' }, event as unknown as OrganisationEvent);
  const enters = type === 'OrganisationRegistered' || type === 'OrganisationImported';
  expect(status).toBe(enters ? 'Entered' : 'Unknown');
});
