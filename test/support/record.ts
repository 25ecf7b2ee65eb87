import { EventStoreDBClient, StreamNotFoundError, type JSONType } from '@eventstore/db-client';
import { addressOf } from './province';

/** One fact as it lies in the store. */
export interface RecordedFact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

let client: EventStoreDBClient | undefined;

/** Facts of a stream, read from the store itself: no read model lies between, so "nothing was recorded" is what it says. */
export async function factsOf(stream: string): Promise<RecordedFact[]> {
  client ??= EventStoreDBClient.connectionString(addressOf('HOPTAC_EVENTSTORE_URL'));
  const facts: RecordedFact[] = [];
  try {
    for await (const { event } of client.readStream<{ type: string; data: JSONType }>(stream)) {
      if (event !== undefined)
        facts.push({
          type: event.type,
          data: event.data as RecordedFact['data'],
          metadata: event.metadata as RecordedFact['metadata'],
        });
    }
  } catch (error) {
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return facts;
}

/** Closes the connection; at the end of each file of tests. */
export async function closeRecord(): Promise<void> {
  await client?.dispose();
  client = undefined;
}
