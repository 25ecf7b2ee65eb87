/** What belongs together is there as a whole: a new event, refusal, permission, read model or room that lacks a part is named here. */
import { EventSchemas } from '@hoptac/event-store';
import { houseCatalogues, houseProjections } from '@hoptac/house';
import { PERMISSIONS } from '@hoptac/identity';
import { allMessages } from '@hoptac/platform';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import '../../apps/api/app.module';
import { EVENT_WORDS as ON_PAPERS } from '../../libs/audit/http/event-words';

const root = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Files below the folder by their path from the root. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);

const sources = ['apps', 'libs', 'workflows']
  .flatMap(filesOf)
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|\/testing\/|\/spec-support\/|messages\.ts$/.test(file));
const texts = new Map(sources.map((file) => [file, read(file)]));
const eventVersions = houseCatalogues.flatMap(({ versions }) => Object.entries(versions));

describe('every kind of fact', () => {
  const samples = filesOf('libs').filter((file) => file.includes('/__samples__/'));

  it('has a frozen sample of each version ever written', () => {
    const owed = eventVersions.flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}.json`),
    );
    expect(owed.length).toBeGreaterThan(50);
    expect(samples.map((file) => basename(file)).sort()).toEqual(owed.sort());
  });

  it.each(samples.map((file) => [basename(file), file]))('%s reads as of today', (name, file) => {
    const [type = '', version = ''] = name.split('.');
    const data = JSON.parse(read(file)) as Record<string, unknown>;
    expect(Object.keys(data).length).toBeGreaterThan(0);
    expect(new EventSchemas(houseCatalogues).upcast(type, Number(version.slice(1)), data)).toBeInstanceOf(Object);
  });

  it('is called something in both languages, and nothing is called that is gone', () => {
    const words = read('apps/web/src/event-words.ts');
    const said = [...words.matchAll(/^ {2}(\w+): \[\s*'([^']+)',\s*'([^']+)',?\s*\]/gmu)];
    expect(said.map(([, type]) => type).sort()).toEqual(eventVersions.map(([type]) => type).sort());
    for (const [, type, vi, en] of said) expect([type, vi === en]).toEqual([type, false]);
    expect(Object.entries(ON_PAPERS).sort()).toEqual(said.map(([, type, vi]) => [type, vi]).sort());
  });
});

describe('every refusal', () => {
  const said = new Map([...allMessages()].filter(([code]) => !code.startsWith('PLATFORM.FIELD.')));
  const contexts = [...new Set([...said.keys()].map((code) => code.split('.')[0]))].join('|');
  const literal = new RegExp(`'((?:${contexts})\\.[A-Z][A-Z0-9_]*)'`, 'g');
  const thrown = new Set(
    [...texts.values()].flatMap((text) => [...text.matchAll(literal)].map(([, code = '']) => code)),
  );

  it('has its sentence in both languages with the same places to fill', () => {
    expect(thrown.size).toBeGreaterThan(100);
    expect([...thrown].filter((code) => !said.has(code)).sort()).toEqual([]);
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    for (const [code, { vi, en }] of said) {
      expect([code, vi.length > 5, en.length > 5, vi === en]).toEqual([code, true, true, false]);
      expect([code, places(vi)]).toEqual([code, places(en)]);
    }
  });

  it('that has a sentence is thrown somewhere', () => {
    // Some rooms name a code by its second half, beside a function that knows the first.
    const halves = [...texts.values()].join('\n');
    const idle = [...said.keys()].filter(
      (code) => !thrown.has(code) && !halves.includes(`'${code.split('.')[1] ?? ''}'`),
    );
    expect(idle.sort()).toEqual([]);
  });
});

it('every permission is asked for by something', () => {
  const actions = new Set(Object.values(PERMISSIONS).flatMap((allowed) => Object.keys(allowed)));
  const asking = [...texts].filter(([file]) => file !== 'libs/identity/permissions/permissions.ts');
  const idle = [...actions].filter((action) => !asking.some(([, text]) => text.includes(`'${action}'`)));
  expect(idle.sort()).toEqual([]);
});

it('every read model stands in the README of its room', () => {
  expect(houseProjections.length).toBeGreaterThan(10);
  const missing = houseProjections.filter(({ name }) => {
    const room = (name.split('.')[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return !read(`libs/${room}/README.md`).includes(`\`${name}\``);
  });
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('every room has a README and stands in the list of doors', () => {
  const doors = read('docs/doors.md');
  const rooms = readdirSync(join(root, 'libs')).filter((room) => existsSync(join(root, 'libs', room, 'index.ts')));
  expect(rooms.filter((room) => !existsSync(join(root, 'libs', room, 'README.md')))).toEqual([]);
  const headings = doors.split('\n').filter((line) => line.startsWith('## '));
  expect(rooms.filter((room) => !headings.some((line) => line.includes(`@hoptac/${room}\``)))).toEqual([]);
});
