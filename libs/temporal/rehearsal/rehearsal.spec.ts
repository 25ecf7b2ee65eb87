import { systemActor, type Instant } from '@hoptac/kernel';
import { MemoryEventStore } from '@hoptac/testing';
import type { TemporalClient } from '../client/temporal-client';
import { RehearsalClock } from './rehearsal-clock';
import { RehearsalService } from './rehearsal.service';

const DAY_MS = 86_400_000;
const SYSTEM: Instant = '2026-11-23T02:00:00.000Z';
const clocks: RehearsalClock[] = [];

async function clockOn(store: MemoryEventStore, allowed = true): Promise<RehearsalClock> {
  const clock = new RehearsalClock(store, allowed, undefined, () => Date.parse(SYSTEM));
  clocks.push(clock);
  await clock.onModuleInit();
  return clock;
}
/** An engine without workflows. */
const idle = {
  namespace: 'default',
  client: {
    workflowService: {},
    workflow: {
      list: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
      }),
    },
  },
} as unknown as TemporalClient;
const request = (byMs: number, commandId: string) => ({ byMs, actor: systemActor('spec'), commandId });

afterEach(async () => {
  await Promise.all(clocks.splice(0).map((clock) => clock.onApplicationShutdown()));
});

it('moves every program’s clock by one fact, and by a repeated command once', async () => {
  const store = new MemoryEventStore();
  const [here, elsewhere] = [await clockOn(store), await clockOn(store)];
  const service = new RehearsalService(store, here, idle);
  await service.advance(request(2 * DAY_MS, 'first'));
  await service.advance(request(2 * DAY_MS, 'first'));
  expect((await service.advance(request(DAY_MS, 'second'))).offsetMs).toBe(3 * DAY_MS);
  expect(here.now()).toBe('2026-11-26T02:00:00.000Z');
  for (let n = 0; n < 100 && elsewhere.offsetMs !== 3 * DAY_MS; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(elsewhere.now()).toBe('2026-11-26T02:00:00.000Z');
  expect((await clockOn(store)).offsetMs).toBe(3 * DAY_MS);
});

it('is the system clock where rehearsal is not allowed, whatever the stream says', async () => {
  const store = new MemoryEventStore();
  await new RehearsalService(store, await clockOn(store), idle).advance(request(DAY_MS, 'first'));
  const production = await clockOn(store, false);
  expect([production.now(), production.offsetMs]).toEqual([SYSTEM, 0]);
  production.take(DAY_MS);
  expect(production.offsetMs).toBe(0);
  await expect(new RehearsalService(store, production, idle).advance(request(DAY_MS, 'second'))).rejects.toMatchObject({
    code: 'TEMPORAL.REHEARSAL_NOT_ALLOWED',
    kind: 'forbidden',
  });
});

it.each([0, -1, 1.5, Number.NaN, 11 * 366 * DAY_MS])('refuses to move by %p', async (byMs) => {
  const store = new MemoryEventStore();
  const service = new RehearsalService(store, await clockOn(store), idle);
  await expect(service.advance(request(byMs, 'first'))).rejects.toMatchObject({ code: 'TEMPORAL.ADVANCE_INVALID' });
  expect(await store.lastPosition()).toBeUndefined();
});
