/** `SubscriptionInfo` of a group. */
import persistent from '@eventstore/db-client/generated/persistent_pb';
import type { Consumer } from './consumers';
import type { Group } from './group';

export function infoOf(group: Group): persistent.SubscriptionInfo {
  const { config, figures, journal } = group;
  const { settings } = config;
  const all = config.stream === '$all';
  const info = new persistent.SubscriptionInfo();
  info.setEventSource(config.stream);
  info.setGroupName(config.group);
  info.setStatus('Live');
  info.setConnectionsList(group.consumers.list.map((consumer) => connection(consumer, settings.extraStatistics)));
  info.setAveragePerSecond(group.perSecond);
  info.setTotalItems(String(group.total));
  info.setCountSinceLastMeasurement(String(group.total - group.measured));
  info.setLastCheckpointedEventPosition(figures.checkpoint < 0 ? '' : journal.text(figures.checkpoint));
  info.setLastKnownEventPosition(group.feed.end < 0 ? '' : journal.text(group.feed.end));
  info.setResolveLinkTos(settings.resolveLinks);
  const { startFrom } = settings;
  info.setStartFrom(
    startFrom === 'start'
      ? journal.text(0)
      : startFrom === 'end'
        ? all
          ? 'C:-1/P:-1'
          : '-1'
        : journal.text(startFrom),
  );
  info.setMessageTimeoutMilliseconds(settings.messageTimeoutMs);
  info.setExtraStatistics(settings.extraStatistics);
  info.setMaxRetryCount(settings.maxRetryCount);
  info.setLiveBufferSize(settings.liveBufferSize);
  info.setBufferSize(settings.historyBufferSize);
  info.setReadBatchSize(settings.readBatchSize);
  info.setCheckPointAfterMilliseconds(settings.checkpointAfterMs);
  info.setMinCheckPointCount(settings.minCheckpointCount);
  info.setMaxCheckPointCount(settings.maxCheckpointCount);
  info.setReadBufferCount(figures.buffered);
  info.setLiveBufferCount(String(0));
  info.setRetryBufferCount(figures.retrying);
  info.setTotalInFlightMessages(figures.inFlight);
  info.setOutstandingMessagesCount(figures.inFlight + figures.retrying);
  info.setNamedConsumerStrategy(settings.strategy);
  info.setMaxSubscriberCount(settings.maxSubscriberCount);
  info.setParkedMessageCount(String(figures.parked));
  return info;
}

function connection(consumer: Consumer, extra: boolean): persistent.SubscriptionInfo.ConnectionInfo {
  const info = new persistent.SubscriptionInfo.ConnectionInfo();
  info.setFrom(consumer.from);
  info.setUsername(consumer.user);
  info.setAverageItemsPerSecond(consumer.perSecond);
  info.setTotalItems(String(consumer.total));
  info.setCountSinceLastMeasurement(String(consumer.total - consumer.measured));
  info.setAvailableSlots(Math.max(0, consumer.slots - consumer.inFlightCount));
  info.setInFlightMessages(consumer.inFlightCount);
  info.setConnectionName(consumer.connectionName);
  if (extra) {
    const measurement = new persistent.SubscriptionInfo.Measurement();
    measurement.setKey('total');
    measurement.setValue(String(consumer.total));
    info.setObservedMeasurementsList([measurement]);
  }
  return info;
}
