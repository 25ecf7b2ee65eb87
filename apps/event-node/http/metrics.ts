/** Prometheus figures of the node. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { NodeContext } from '../context';
import type { Group } from '../persistent/group';
import type { GroupManager } from '../persistent/manager';
import { send, type Route } from './routes';

/** `GET /metrics`. */
export function metricsRoute(context: NodeContext, groups: GroupManager): Route {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { store } = context;
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name: `hoptac_eventstore_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  gauge('position', 'Position of the last committed record', () => store.head);
  gauge('commits_total', 'Transactions committed since the start', () => store.writer.figures.commits);
  gauge('writes_total', 'Appends, deletes and other writes since the start', () => store.writer.figures.tasks);
  gauge('commit_seconds', 'Moving average of commit durations', () => store.writer.figures.averageCommitMs / 1000);
  gauge('queued_writes', 'Writes waiting for the next transaction', () => store.writer.depth);
  gauge('open_calls', 'Reads, subscriptions and append streams under way', () => context.calls.size);
  const perGroup = (name: string, help: string, read: (group: Group) => number): void => {
    new Gauge({
      name: `hoptac_eventstore_subscription_${name}`,
      help,
      labelNames: ['stream', 'group'],
      registers: [registry],
      collect() {
        this.reset();
        for (const group of groups.list(null))
          this.set({ stream: group.config.stream, group: group.config.group }, read(group));
      },
    });
  };
  perGroup('lag', 'Events of a persistent subscription not handed out yet', (group) => group.figures.lag);
  perGroup('in_flight', 'Messages waiting for an answer', (group) => group.figures.inFlight);
  perGroup('parked', 'Parked messages', (group) => group.figures.parked);
  return async (_request, response) =>
    send(response, 200, registry.contentType.split(';')[0] ?? 'text/plain', await registry.metrics());
}
