import { MemoryEventStore } from '@hoptac/testing';
import type { Instant } from '@hoptac/kernel';
import { DraftContentStore, DraftStore } from '../application/drafts/draft-stores';
import { DraftKeepingActivities } from './draft-keeping.activities';

const OPENED: Instant = '2026-11-23T02:00:00.000Z';
const SAVED: Instant = '2026-12-10T02:00:00.000Z';
const actor = { personId: 'p-1', role: 'applicant' };
const of = { correlationId: 'd-1' };

async function house() {
  const store = new MemoryEventStore();
  const drafts = new DraftStore(store);
  const contents = new DraftContentStore(store);
  await drafts.execute(
    'd-1',
    {
      type: 'OpenDraft',
      data: { draftId: 'd-1', ownerId: 'p-1', procedure: 'P01' },
      metadata: { now: OPENED, commandId: 'open', actor },
    },
    of,
  );
  await contents.execute(
    'd-1',
    {
      type: 'SaveDraftContent',
      data: { draftId: 'd-1', content: { personId: 'p-1', box: 'AA' } },
      metadata: { now: SAVED, commandId: 'save', actor },
    },
    of,
  );
  return { store, drafts, contents, keeping: new DraftKeepingActivities(drafts, contents, store) };
}
const command = (now: Instant, step: string) => ({ caseId: 'd-1', now, commandId: `draft-keeping:d-1/${step}` });

it('counts the days of rest from the last saving, and repeats no look', async () => {
  const { store, keeping } = await house();
  const look = command('2027-01-22T00:00:00.000Z', 'DraftKept/0');
  expect(await keeping.reviewDraft(look)).toEqual(await keeping.reviewDraft(look));
  await keeping.reviewDraft(command('2027-02-08T00:00:00.000Z', 'DraftKept/1'));
  const { events } = await store.readStream('draft-d-1');
  expect(events.map(({ event }) => event)).toMatchObject([
    { type: 'DraftOpened' },
    { type: 'DraftKept', data: { touchedAt: SAVED } },
    { type: 'DraftReminded', data: { number: 1, expiresOn: '2027-03-10' } },
  ]);
});

it('leaves nothing to read of a draft that has ended', async () => {
  const { store, contents, keeping } = await house();
  await keeping.clearDraft(command('2027-01-22T00:00:00.000Z', 'clearDraft/0'));
  await keeping.clearDraft(command('2027-01-22T00:00:00.000Z', 'clearDraft/0'));
  const { events } = await store.readStream('draftContent-d-1');
  expect(events.map(({ event }) => event.type)).toEqual(['DraftCleared']);
  expect((await contents.load('d-1')).state.status).toBe('Cleared');
});
