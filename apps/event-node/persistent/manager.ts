/** All groups of the node: created, changed, deleted, and kept in `$persistentSubscriptionConfig`. */
import { persistentSubscriptionError } from '../protocol/errors';
import { dataOf } from '../protocol/recorded-event.codec';
import { systemEvent, type Store } from '../store/store';
import type { Wakes } from '../streams/wakes';
import { Filter } from '../streams/filter';
import { Group } from './group';
import type { GroupConfig } from './settings';

const CONFIG_STREAM = '$persistentSubscriptionConfig';
const TICK_MS = 200;
/** Ticks between two measurements of throughput. */
const MEASURE_TICKS = 10;

interface Running {
  group: Group;
  unsubscribe: () => void;
}

export class GroupManager {
  private readonly running = new Map<string, Running>();
  private readonly timer: NodeJS.Timeout;
  private ticks = 0;

  constructor(
    private readonly store: Store,
    private readonly wakes: Wakes,
  ) {
    for (const config of this.load()) this.run(config);
    this.timer = setInterval(() => this.tick(), TICK_MS);
    this.timer.unref();
  }

  private load(): GroupConfig[] {
    const state = this.store.catalog.stream(CONFIG_STREAM);
    const { lastRevision } = state.durable;
    const record = lastRevision >= 0 ? this.store.reader.event(state.id, lastRevision) : null;
    if (!record) return [];
    return (JSON.parse(Buffer.from(dataOf(record.bytes)).toString('utf8')) as { entries: GroupConfig[] }).entries;
  }

  private save(user: string, done: () => void): void {
    const config = {
      version: '2',
      updated: new Date().toISOString(),
      updatedBy: user,
      entries: [...this.running.values()].map((one) => one.group.config),
    };
    this.store.append(
      CONFIG_STREAM,
      'any',
      [systemEvent('$PersistentConfig', Buffer.from(JSON.stringify(config)))],
      done,
    );
  }

  private run(config: GroupConfig): void {
    const group = new Group(this.store, config);
    const push = (): void => group.push();
    const unsubscribe = config.stream === '$all' ? this.wakes.onAny(push) : this.wakes.onStream(config.stream, push);
    this.running.set(key(config.stream, config.group), { group, unsubscribe });
  }

  private end(stream: string, name: string, done: (group: Group) => void): void {
    const running = this.running.get(key(stream, name));
    if (!running) throw persistentSubscriptionError('does-not-exist', stream, name);
    this.running.delete(key(stream, name));
    running.unsubscribe();
    running.group.stop(() => done(running.group));
  }

  /** Throws `persistent-subscription-exists`, or INVALID_ARGUMENT for a filter that is none. */
  create(config: GroupConfig, user: string, done: () => void): void {
    if (this.running.has(key(config.stream, config.group)))
      throw persistentSubscriptionError('exists', config.stream, config.group);
    if (config.filter) new Filter(config.filter, this.store.catalog);
    this.run(config);
    this.save(user, done);
  }

  /** Changes settings; consumers are dropped and connect again. Throws `persistent-subscription-does-not-exist`. */
  update(
    stream: string,
    name: string,
    change: (old: GroupConfig) => GroupConfig,
    user: string,
    done: () => void,
  ): void {
    this.end(stream, name, (group) => {
      this.run(change(group.config));
      this.save(user, done);
    });
  }

  /** Throws `persistent-subscription-does-not-exist`. */
  delete(stream: string, name: string, user: string, done: () => void): void {
    this.end(stream, name, (group) => this.save(user, () => group.journal.remove(done)));
  }

  /** Throws `persistent-subscription-does-not-exist`. */
  get(stream: string, name: string): Group {
    const running = this.running.get(key(stream, name));
    if (!running) throw persistentSubscriptionError('does-not-exist', stream, name);
    return running.group;
  }

  /** All groups, or those of a stream. */
  list(stream: string | null): Group[] {
    return [...this.running.values()]
      .map((one) => one.group)
      .filter((group) => stream === null || group.config.stream === stream);
  }

  /** Stops all groups and starts them again from their checkpoints. */
  restart(done: () => void): void {
    const configs = this.list(null).map((group) => group.config);
    this.stopAll(() => {
      for (const config of configs) this.run(config);
      done();
    });
  }

  private stopAll(done: () => void): void {
    const all = [...this.running.values()];
    this.running.clear();
    let left = all.length;
    if (left === 0) {
      done();
      return;
    }
    for (const { group, unsubscribe } of all) {
      unsubscribe();
      group.stop(() => {
        if (--left === 0) done();
      });
    }
  }

  private tick(): void {
    const now = performance.now();
    for (const { group } of this.running.values()) group.tick(now);
    if (++this.ticks % MEASURE_TICKS !== 0) return;
    const seconds = (TICK_MS * MEASURE_TICKS) / 1000;
    for (const { group } of this.running.values()) {
      for (const one of [group, ...group.consumers.list]) {
        one.perSecond = Math.round((one.total - one.measured) / seconds);
        one.measured = one.total;
      }
    }
  }

  /** Ends everything with a last checkpoint (the node stops). */
  stop(): void {
    clearInterval(this.timer);
    this.stopAll(() => undefined);
  }
}

function key(stream: string, group: string): string {
  return `${stream}::${group}`;
}
