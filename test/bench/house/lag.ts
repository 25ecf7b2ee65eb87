import { loadConfig } from '@hoptac/platform';
import { FACTS_SIGNAL, TemporalClient, type CaseFact } from '@hoptac/temporal';
import { defaultPayloadConverter } from '@temporalio/common';
import type { google, temporal as engine } from '@temporalio/proto';
import { foundingCategory } from '@workflows/founding-registration/founding-registration.category';
import { spreadOf, type Spread } from './measure';

/**
 * How long facts took to be seen by their cases' workflows: from the fact's own time to the end of the workflow task
 * that took its signal in, milliseconds; facts that wake no workflow are not counted. Read from the engine's histories afterwards, so that measuring costs the run nothing.
 */
export async function workflowLag(ids: readonly string[], sinceMs: number): Promise<Spread> {
  const { temporalAddress, temporalNamespace } = loadConfig();
  const temporal = new TemporalClient(temporalAddress, temporalNamespace);
  try {
    const lags: number[] = [];
    for (const id of ids) {
      const handle = temporal.client.workflow.getHandle(foundingCategory.workflowIdOf(id));
      lags.push(...lagsOf(await handle.fetchHistory(), sinceMs));
    }
    // Zero facts would make zero milliseconds, and that a budget met.
    if (lags.length === 0) throw new Error('No fact woke a workflow in this run: measure longer');
    return spreadOf(lags, 0);
  } finally {
    await temporal.onApplicationShutdown();
  }
}

function lagsOf({ events }: engine.api.history.v1.IHistory, sinceMs: number): number[] {
  const lags: number[] = [];
  let waiting: number[] = [];
  let taken: number[] = [];
  for (const event of events ?? []) {
    const signal = event.workflowExecutionSignaledEventAttributes;
    if (signal?.signalName === FACTS_SIGNAL) {
      const [payload] = signal.input?.payloads ?? [];
      const facts = payload == null ? [] : defaultPayloadConverter.fromPayload<CaseFact[]>(payload);
      // The others ride along with the next that wakes: how long they do is the pace of the officers, not of the house.
      const waking = facts.filter(({ type }) => foundingCategory.wakingTypes.includes(type));
      waiting.push(...waking.map(({ occurredAt }) => Date.parse(occurredAt)).filter((at) => at >= sinceMs));
    }
    if (event.workflowTaskStartedEventAttributes != null) {
      taken = [...taken, ...waiting];
      waiting = [];
    }
    if (event.workflowTaskCompletedEventAttributes != null && event.eventTime != null) {
      const seenAt = millisOf(event.eventTime);
      lags.push(...taken.map((at) => seenAt - at));
      taken = [];
    }
  }
  return lags;
}

const millisOf = ({ seconds, nanos }: google.protobuf.ITimestamp): number =>
  Number(seconds ?? 0) * 1000 + (nanos ?? 0) / 1e6;
