import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventSchemas } from '@hoptac/event-store';
import { addDays, localDateOf, startOfDay, type Instant } from '@hoptac/kernel';
import { given } from '@hoptac/testing';
import {
  draftCatalogue,
  draftContentDecider,
  draftDecider,
  type DraftCommand,
  type DraftContentCommand,
  type DraftEvent,
} from '.';

const OPENED: Instant = '2026-11-23T02:00:00.000Z';
const after = (days: number): Instant => startOfDay(addDays(localDateOf(OPENED), days));
const opened: DraftEvent = {
  type: 'DraftOpened',
  data: { draftId: 'd-1', ownerId: 'p-1', procedure: 'P01', openedAt: OPENED },
};
const reminded = (number: number): DraftEvent => ({
  type: 'DraftReminded',
  data: { number, touchedAt: OPENED, expiresOn: '2027-02-21' },
});
const discarded: DraftEvent = { type: 'DraftDiscarded', data: { draftId: 'd-1' } };
const metadata = (now: Instant) => ({ now, commandId: 'c-1', actor: { personId: 'p-1', role: 'applicant' } });
const review = (now: Instant, touchedAt: Instant = OPENED): DraftCommand => ({
  type: 'ReviewDraft',
  data: { touchedAt },
  metadata: metadata(now),
});
const filing: DraftCommand = {
  type: 'RecordDraftFiling',
  data: { dossierId: 'do-1', caseCode: 'H01' },
  metadata: metadata(OPENED),
};
const discard: DraftCommand = { type: 'DiscardDraft', data: {}, metadata: metadata(OPENED) };
const open: DraftCommand = {
  type: 'OpenDraft',
  data: { draftId: 'd-1', ownerId: 'p-1', procedure: 'P01' },
  metadata: metadata(OPENED),
};

describe('a draft', () => {
  it('is opened once', () => {
    given(draftDecider).when(open).then(opened);
    given(draftDecider, opened).when(open).thenNothing();
  });

  it('becomes one dossier, and is thrown away only before that', () => {
    given(draftDecider, opened)
      .when(filing)
      .then({ type: 'DraftFiled', data: { dossierId: 'do-1', caseCode: 'H01' } });
    const filed: DraftEvent = { type: 'DraftFiled', data: { dossierId: 'do-1', caseCode: 'H01' } };
    given(draftDecider, opened, filed).when(filing).thenNothing();
    given(draftDecider, opened, filed).when(discard).thenRefused('DOSSIERS.DRAFT_FILED');
    given(draftDecider, opened).when(discard).then(discarded);
    given(draftDecider, opened, discarded).when(discard).thenNothing();
    given(draftDecider, opened, discarded).when(filing).thenRefused('DOSSIERS.DRAFT_ENDED');
    given(draftDecider).when(discard).thenRefused('DOSSIERS.DRAFT_NOT_FOUND');
  });

  it('is reminded of on the 60th and the 83rd day and expires on the 90th, at 0:00 of the day', () => {
    const before = new Date(Date.parse(after(60)) - 1).toISOString() as Instant;
    given(draftDecider, opened).when(review(before)).thenNothing();
    given(draftDecider, opened)
      .when(review(after(60)))
      .then(reminded(1));
    given(draftDecider, opened, reminded(1))
      .when(review(after(82)))
      .thenNothing();
    given(draftDecider, opened, reminded(1))
      .when(review(after(83)))
      .then(reminded(2));
    given(draftDecider, opened, reminded(1), reminded(2))
      .when(review(after(89)))
      .thenNothing();
    given(draftDecider, opened, reminded(1), reminded(2))
      .when(review(after(90)))
      .then({ type: 'DraftExpired', data: { touchedAt: OPENED } });
  });

  it('starts to rest anew when it was edited meanwhile', () => {
    const touchedAt = after(59);
    const kept: DraftEvent = { type: 'DraftKept', data: { touchedAt } };
    given(draftDecider, opened)
      .when(review(after(60), touchedAt))
      .then(kept);
    given(draftDecider, opened, reminded(1), kept)
      .when(review(after(90), touchedAt))
      .thenNothing();
    given(draftDecider, opened, discarded)
      .when(review(after(90)))
      .thenNothing();
  });
});

describe('the content of a draft', () => {
  const content = { personId: 'p-1', box: 'AA' };
  const save: DraftContentCommand = {
    type: 'SaveDraftContent',
    data: { draftId: 'd-1', content },
    metadata: metadata(OPENED),
  };
  const clear: DraftContentCommand = {
    type: 'ClearDraftContent',
    data: { draftId: 'd-1' },
    metadata: metadata(OPENED),
  };

  it('is saved whole each time, and nothing more once it was cleared', () => {
    const saved = { type: 'DraftSaved', data: { draftId: 'd-1', content, savedAt: OPENED } } as const;
    const cleared = { type: 'DraftCleared', data: { draftId: 'd-1' } } as const;
    given(draftContentDecider, saved).when(save).then(saved);
    given(draftContentDecider, saved).when(clear).then(cleared);
    given(draftContentDecider, cleared).when(clear).thenNothing();
    given(draftContentDecider, saved, cleared).when(save).thenRefused('DOSSIERS.DRAFT_ENDED');
  });
});

it('keeps a sample of every version of every event ever written', () => {
  const folder = join(__dirname, '__samples__');
  const written = Object.entries(draftCatalogue.versions).flatMap(([type, newest]) =>
    Array.from({ length: newest }, (_, older) => `${type}.v${String(older + 1)}.json`),
  );
  expect(readdirSync(folder).sort()).toEqual(written.sort());
  const schemas = new EventSchemas([draftCatalogue]);
  for (const file of written) {
    const [type = '', version = ''] = file.split('.');
    const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(schemas.upcast(type, Number(version.slice(1)), data)).length).toBeGreaterThan(0);
  }
});
