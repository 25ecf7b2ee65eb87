import { setTimeout as sleep } from 'node:timers/promises';
import { requestProjectionCommand } from './commands';
import { noted, notes, SpecStack } from './testing/spec-stack';

describe('projector', () => {
  const stack = new SpecStack('projector_spec').install();

  it('folds what is there, then what comes, each event once', async () => {
    const projection = notes();
    stack.store.add('note-a', noted(1), noted(2));
    stack.store.add('note-b', noted(10));
    stack.project([projection]);
    await stack.untilLive(projection);
    stack.store.add('note-a', noted(4));
    await stack.seen(projection);
    expect(await stack.rows(projection)).toEqual({ 'note-a': 7, 'note-b': 10 });
    expect(await stack.statusOf(projection.name)).toMatchObject({
      position: '4',
      considered: 4,
      evidence: 'streams',
      schema: expect.stringMatching(/_v1_1$/),
    });
  });

  it('considers what its filter leaves out, so that nobody waits for it in vain', async () => {
    const projection = notes();
    stack.project([projection]);
    await stack.untilLive(projection);
    stack.store.add('other-x', { type: 'SomethingElse', data: {} });
    expect(await stack.models.waitFor(projection.name, 1n)).toBe(true);
  });

  it('waits for a position no longer than told', async () => {
    const projection = notes();
    stack.project([projection]);
    await stack.untilLive(projection);
    const before = performance.now();
    expect(await stack.models.waitFor(projection.name, 1_000_000n, 150)).toBe(false);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('stops at a dropped event of a stream it follows whole, and goes on after a retry', async () => {
    const projection = notes();
    stack.project([projection]);
    await stack.untilLive(projection);
    let dropped = false;
    stack.store.disturb = (recorded) => {
      if (dropped || recorded.revision !== 1) return [recorded];
      dropped = true;
      return [];
    };
    stack.store.add('note-a', noted(1), noted(2), noted(4));
    expect(await stack.untilStopped(projection.name)).toMatchObject({
      position: '3',
      stream: 'note-a',
      eventType: 'NoteTaken',
      reason: expect.stringContaining('events were skipped'),
    });
    expect(await stack.rows(projection)).toEqual({ 'note-a': 1 });
    expect(await stack.order(projection.name, 'park', 'cannot be parked')).toContain('retry it');
    expect(await stack.order(projection.name, 'retry')).toContain('tries again');
    await stack.seen(projection);
    expect(await stack.rows(projection)).toEqual({ 'note-a': 7 });
  });

  it('notices a lost event right after a restart, when the stream’s past lies only in its tables', async () => {
    const projection = notes();
    stack.store.add('note-a', noted(1), noted(2));
    const first = stack.project([projection]);
    await stack.untilLive(projection);
    await first.stop();
    stack.store.add('note-a', noted(4), noted(8));
    stack.store.disturb = (recorded) => (recorded.revision === 2 ? [] : [recorded]);
    stack.project([projection]);
    expect((await stack.untilStopped(projection.name)).reason).toContain('from revision 1 to 3');
  });

  it('stops when the subscription goes back, also where it follows types alone', async () => {
    const byTypes = notes();
    Reflect.deleteProperty(byTypes, 'categories');
    stack.project([byTypes]);
    await stack.untilLive(byTypes);
    stack.store.disturb = (recorded) => [recorded, recorded];
    stack.store.add('note-a', noted(1));
    expect((await stack.untilStopped(byTypes.name)).reason).toContain('went back');
    expect(await stack.rows(byTypes)).toEqual({ 'note-a': 1 });
  });

  it('stops at a poison event, keeps what came before it, lets others go on, and parks it with a reason', async () => {
    const sick = notes();
    const well = notes({ apply: () => Promise.resolve() });
    stack.project([sick, well]);
    await stack.untilLive(sick, well);
    stack.store.add('note-a', noted(1), noted(2), noted(13), noted(4), noted(8));
    expect(await stack.untilStopped(sick.name)).toEqual({
      position: '3',
      eventId: 'event-3',
      eventType: 'NoteTaken',
      stream: 'note-a',
      reason: 'thirteen cannot be added',
    });
    expect(await stack.rows(sick)).toEqual({ 'note-a': 3 });
    await stack.seen(well);
    expect(await stack.order(sick.name, 'retry')).toContain('tries again');
    await stack.untilStopped(sick.name);
    await expect(
      requestProjectionCommand(stack.db, { name: sick.name, kind: 'park', requestedBy: 'x', reason: ' ' }),
    ).rejects.toThrow('reason');
    expect(await stack.order(sick.name, 'park', 'typed wrongly, see ticket')).toContain('goes on without');
    await stack.seen(sick);
    expect(await stack.rows(sick)).toEqual({ 'note-a': 15 });
    expect(await stack.statusOf(sick.name)).toMatchObject({ parked: 1, state: 'live' });
    expect(await stack.models.parked()).toMatchObject([
      { name: sick.name, eventId: 'event-3', reason: 'typed wrongly, see ticket', parkedBy: 'system:spec' },
    ]);
  });

  it('takes the same order, sent again, for one', async () => {
    const projection = notes();
    const order = { name: projection.name, kind: 'rebuild', requestedBy: 'x', requestKey: 'press-1' } as const;
    stack.project([projection]);
    await stack.untilLive(projection);
    expect(await requestProjectionCommand(stack.db, order)).toBe(await requestProjectionCommand(stack.db, order));
    expect(await requestProjectionCommand(stack.db, { ...order, requestKey: 'press-2' })).toBeGreaterThan(1);
  });

  it('is still stopped after a restart', async () => {
    const projection = notes();
    stack.store.add('note-a', noted(13));
    const first = stack.project([projection]);
    await stack.untilStopped(projection.name, false);
    await first.stop();
    stack.project([projection]);
    await sleep(200);
    expect((await stack.statusOf(projection.name, false))?.state).toBe('stopped');
    await expect(stack.models.of(projection)).rejects.toThrow('is being built');
  });

  it('stops at an event that the store cannot read, and goes on behind it once it is parked', async () => {
    const projection = notes();
    stack.project([projection]);
    await stack.untilLive(projection);
    stack.store.unreadable.add('event-2');
    stack.store.add('note-a', noted(1), noted(2), noted(4));
    expect(await stack.untilStopped(projection.name)).toMatchObject({
      position: '2',
      eventId: 'event-2',
      reason: 'event-2 is not JSON',
    });
    expect(await stack.order(projection.name, 'park', 'written by a broken tool')).toContain('goes on without');
    await stack.seen(projection);
    expect(await stack.rows(projection)).toEqual({ 'note-a': 5 });
  });

  it('repeats nothing and loses nothing when its connections are cut in the middle of transactions', async () => {
    const projection = notes();
    stack.project([projection], { liveBatch: 3, maxBackoffMs: 50 });
    await stack.untilLive(projection);
    const cutter = setInterval(() => {
      void stack
        .onServer(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name like '${stack.database}%' and query !~ 'listen'`,
        )
        .catch(() => undefined);
    }, 40);
    try {
      for (let i = 0; i < 60; i += 1) {
        stack.store.add(`note-${String(i % 4)}`, noted(1), noted(2));
        await sleep(10);
      }
    } finally {
      clearInterval(cutter);
    }
    await stack.until(
      'all seen',
      async () => (await stack.statusOf(projection.name).catch(() => undefined))?.considered === 120,
    );
    expect(await stack.rows(projection)).toEqual({ 'note-0': 45, 'note-1': 45, 'note-2': 45, 'note-3': 45 });
  });

  it('waits out an event store that does not answer', async () => {
    const projection = notes();
    stack.project([projection], { maxBackoffMs: 20 });
    await stack.untilLive(projection);
    stack.store.fail(Object.assign(new Error('no answer'), { name: 'StoreUnavailable' }));
    stack.store.add('note-a', noted(1));
    await stack.seen(projection);
    expect(await stack.rows(projection)).toEqual({ 'note-a': 1 });
  });

  it('runs each projection in one projector only; another takes over when it goes', async () => {
    const projection = notes();
    const first = stack.project([projection]);
    await stack.untilLive(projection);
    const second = stack.project([projection]);
    await stack.until('second up', () =>
      Promise.resolve()
        .then(() => second.check())
        .catch(() => undefined),
    );
    expect(second.check()).toBe('0 of 1 projections run here');
    const opened = stack.store.subscriptions;
    stack.store.add('note-a', noted(1));
    await stack.seen(projection);
    expect(stack.store.subscriptions).toBe(opened);
    await first.stop();
    stack.store.add('note-a', noted(2));
    await stack.seen(projection);
    expect(await stack.rows(projection)).toEqual({ 'note-a': 3 });
    await stack.until('said', () => Promise.resolve(second.check() === '1 of 1 projections run here'));
  });
});
