import { StoreUnavailable } from './event-store.port';
import { KeyedQueue } from './keyed-queue';

describe('KeyedQueue', () => {
  const gate = () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { opened, open };
  };

  it('runs one key in a row and others side by side, also after a failure', async () => {
    const queue = new KeyedQueue(1_000);
    const { opened, open } = gate();
    const order: string[] = [];
    const first = queue.run('a', async () => {
      await opened;
      order.push('a1');
      throw new Error('first failed');
    });
    const second = queue.run('a', () => Promise.resolve(order.push('a2')));
    await queue.run('b', () => Promise.resolve(order.push('b')));
    open();
    await expect(first).rejects.toThrow('first failed');
    await second;
    expect(order).toEqual(['b', 'a1', 'a2']);
  });

  it('lets nobody pass when one gives up waiting', async () => {
    const queue = new KeyedQueue(20);
    const { opened, open } = gate();
    let running = 0;
    const task = async () => {
      running += 1;
      await opened;
    };
    const first = queue.run('a', task);
    await expect(queue.run('a', task)).rejects.toThrow(StoreUnavailable);
    await expect(queue.run('a', task)).rejects.toThrow(StoreUnavailable);
    expect(running).toBe(1);
    open();
    await first;
    await queue.run('a', task);
    expect(running).toBe(2);
  });
});
