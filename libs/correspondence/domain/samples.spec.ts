import { EventSchemas } from '@hoptac/event-store';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { correspondenceCatalogue, correspondenceDecider, type CorrespondenceEvent } from '.';

const folder = join(__dirname, '__samples__');
const schemas = new EventSchemas([correspondenceCatalogue]);
const sample = (file: string): CorrespondenceEvent => {
  const [type = '', version = ''] = file.split('.');
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  return { type, data: schemas.upcast(type, Number(version.slice(1)), data) } as unknown as CorrespondenceEvent;
};

it('keeps a sample of every version of every event ever written', () => {
  const written = Object.entries(correspondenceCatalogue.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}.json`),
  );
  expect(readdirSync(folder).sort()).toEqual(written.sort());
});

it.each(readdirSync(folder))('%s reads as of today and is folded', (file) => {
  const { evolve, initialState } = correspondenceDecider;
  const owed = evolve(initialState(), sample('CorrespondenceOwed.v1.json'));
  const after = evolve(owed, sample(file));
  expect(after.notices.length + after.papers.length).toBeGreaterThan(1);
});
