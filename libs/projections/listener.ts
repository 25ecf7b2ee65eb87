import type { ReadDb } from '@hoptac/read-db';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';

/**
 * One connection of the program that listens to channels, connected again when it breaks. While it is down nothing is heard, so whoever caches must ask
 * `hears` and look for himself.
 */
export class Listener {
  private client: Client | undefined;
  private starting: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly db: ReadDb,
    private readonly channels: readonly string[],
    private readonly onMessage: (channel: string, payload: string) => void,
    /** Something may have been missed. */
    private readonly onGap: () => void,
  ) {}

  get hears(): boolean {
    return this.client !== undefined;
  }

  /** Connects in the background; cheap to call again. */
  start(): void {
    this.starting ??= this.connect().finally(() => (this.starting = undefined));
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    while (!this.closed && !this.client) {
      try {
        const client = await this.db.dedicatedClient('listener');
        client.on('notification', (message) => {
          this.onMessage(message.channel, message.payload ?? '');
        });
        client.on('end', () => {
          if (this.client !== client) return;
          this.client = undefined;
          this.onGap();
          if (!this.closed) this.start();
        });
        for (const channel of this.channels) await client.query(`listen ${channel}`);
        this.onGap();
        if (this.isClosed()) await client.end();
        else this.client = client;
      } catch {
        await sleep(500, undefined, { ref: false });
      }
    }
  }

  private isClosed(): boolean {
    return this.closed;
  }
}
