/** Settings of a persistent subscription group, as requests carry them and as they are kept. */
import type persistent from '@eventstore/db-client/generated/persistent_pb';
import { invalidArgument } from '../protocol/errors';
import { MAX_REVISION } from '../protocol/wire';
import { clamp, parseFilter, streamName, type From } from '../streams/read-request';
import type { FilterSpec } from '../streams/filter';

/** How messages are spread over the consumers of a group. */
const STRATEGIES = ['DispatchToSingle', 'RoundRobin', 'Pinned', 'PinnedByCorrelation'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface GroupSettings {
  resolveLinks: boolean;
  extraStatistics: boolean;
  /** Milliseconds after which an unanswered message is tried again; 0 for never. */
  messageTimeoutMs: number;
  /** Milliseconds between two checkpoints at most. */
  checkpointAfterMs: number;
  maxRetryCount: number;
  minCheckpointCount: number;
  maxCheckpointCount: number;
  /** 0 for any number. */
  maxSubscriberCount: number;
  liveBufferSize: number;
  readBatchSize: number;
  historyBufferSize: number;
  strategy: Strategy;
  /** What the request said; for people. */
  startFrom: From;
}

/** A group as it is kept in `$persistentSubscriptionConfig`. */
export interface GroupConfig {
  /** Name of the stream, or `$all`. */
  stream: string;
  group: string;
  settings: GroupSettings;
  filter: FilterSpec | null;
  checkpointEvery: number;
  /** Where the group begins when it has no checkpoint: last revision or position that is *not* for it. */
  after: number;
}

type AnySettings = persistent.CreateReq.Settings | persistent.UpdateReq.Settings;

function ms(message: AnySettings, which: 'timeout' | 'checkpoint'): number {
  if (which === 'timeout')
    return message.hasMessageTimeoutTicks()
      ? Number(message.getMessageTimeoutTicks()) / 10_000
      : message.getMessageTimeoutMs();
  return message.hasCheckpointAfterTicks()
    ? Number(message.getCheckpointAfterTicks()) / 10_000
    : message.getCheckpointAfterMs();
}

/** Reads and checks settings. Throws INVALID_ARGUMENT. */
export function parseSettings(message: AnySettings | undefined, startFrom: From): GroupSettings {
  if (!message) throw invalidArgument('settings are required');
  const named = 'getConsumerStrategy' in message ? message.getConsumerStrategy() : '';
  const strategy =
    named === '' ? STRATEGIES[message.getNamedConsumerStrategy()] : STRATEGIES.find((known) => known === named);
  if (!strategy) throw invalidArgument(`there is no consumer strategy "${named}"`);
  const settings: GroupSettings = {
    resolveLinks: message.getResolveLinks(),
    extraStatistics: message.getExtraStatistics(),
    messageTimeoutMs: ms(message, 'timeout'),
    checkpointAfterMs: ms(message, 'checkpoint'),
    maxRetryCount: message.getMaxRetryCount(),
    minCheckpointCount: message.getMinCheckpointCount(),
    maxCheckpointCount: message.getMaxCheckpointCount(),
    maxSubscriberCount: message.getMaxSubscriberCount(),
    liveBufferSize: message.getLiveBufferSize(),
    readBatchSize: message.getReadBatchSize(),
    historyBufferSize: message.getHistoryBufferSize(),
    strategy,
    startFrom,
  };
  if (settings.historyBufferSize <= 0 || settings.readBatchSize <= 0 || settings.liveBufferSize <= 0)
    throw invalidArgument('buffer sizes must be greater than 0');
  if (settings.readBatchSize > settings.historyBufferSize)
    throw invalidArgument('the read batch must not be larger than the history buffer');
  if (settings.messageTimeoutMs < 0 || settings.checkpointAfterMs < 0 || settings.maxRetryCount < 0)
    throw invalidArgument('times and counts must not be negative');
  return settings;
}

interface StartMessage {
  hasStart(): boolean;
  hasEnd(): boolean;
}

/** Reads the target of a create or update: stream or $all, start and filter. */
export function parseTarget(options: persistent.CreateReq.Options | persistent.UpdateReq.Options): {
  stream: string;
  startFrom: From;
  filter: FilterSpec | null;
  checkpointEvery: number;
} {
  const all = options.getAll();
  if (all) {
    const filter = 'hasFilter' in all && all.hasFilter() ? parseFilter(all.getFilter()) : null;
    return {
      stream: '$all',
      startFrom: from(all, () => clamp(all.getPosition()?.getCommitPosition() ?? '0')),
      filter: filter?.spec ?? null,
      checkpointEvery: filter?.checkpointEvery ?? 0,
    };
  }
  const stream = options.getStream();
  // The form before 21.10, which the Node client still sends: the revision in the settings, 2^64 − 1 for the end.
  if (!stream)
    return {
      stream: streamName(options.getStreamIdentifier()),
      startFrom: named(clamp(options.getSettings()?.getRevision() ?? '0')),
      filter: null,
      checkpointEvery: 0,
    };
  return {
    stream: streamName(stream.getStreamIdentifier()),
    startFrom: from(stream, () => clamp(stream.getRevision())),
    filter: null,
    checkpointEvery: 0,
  };
}

function named(revision: number): From {
  return revision === 0 ? 'start' : revision === MAX_REVISION ? 'end' : revision;
}

function from(message: StartMessage, exact: () => number): From {
  return message.hasStart() ? 'start' : message.hasEnd() ? 'end' : named(exact());
}
