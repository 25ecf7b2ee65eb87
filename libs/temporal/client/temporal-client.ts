import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { unlessClosed } from './unless-closed';

/** Calls to the engine that have not answered by then count as an outage; milliseconds. */
const CALL_LIMIT_MS = 10_000;

/** The engine's client. Connects with the first call and again by itself after an outage, so that programs start without the engine. */
@Injectable()
export class TemporalClient implements OnApplicationShutdown {
  readonly client: Client;
  private readonly connection: Connection;
  private closed = false;

  constructor(
    address: string,
    readonly namespace: string,
  ) {
    const interceptors = [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), unlessClosed(() => this.closed)];
    this.connection = Connection.lazy({ address, connectTimeout: CALL_LIMIT_MS, interceptors });
    this.client = new Client({ connection: this.connection, namespace });
  }

  /** Milliseconds that the engine took to answer. @throws when it does not. */
  async ping(): Promise<number> {
    const from = performance.now();
    await this.connection.withDeadline(Date.now() + 1_500, () => this.connection.workflowService.getSystemInfo({}));
    return performance.now() - from;
  }

  /** Runs calls under the usual limit. */
  limited<T>(calls: () => Promise<T>, limitMs = CALL_LIMIT_MS): Promise<T> {
    return this.connection.withDeadline(Date.now() + limitMs, calls);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.connection.close();
  }
}
