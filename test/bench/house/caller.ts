import { signInAs } from '@hoptac/identity/testing';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

const ANSWER_WITHIN_MS = 30_000;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** Address of a part of the stack under test. @throws Error when the bench was not started by `npm run bench`. */
export function addressOf(key: string): string {
  const value = process.env[key];
  if (value === undefined || value === '') throw new Error(`${key} is missing: run benches by npm run bench`);
  return value;
}

/**
 * A person at the API, really signed in. Plain `node:http` over kept connections: the callers share the machine with the
 * stack, and `fetch` would take several times as much of it.
 */
export class Caller {
  private constructor(
    private readonly api: URL,
    private readonly token: string,
    private readonly agent: Agent,
  ) {}

  static async signIn(accountId: string): Promise<Caller> {
    const token = await signInAs(addressOf('HOPTAC_OIDC_ISSUER'), accountId);
    return new Caller(new URL(addressOf('HOPTAC_API_URL')), token, new Agent({ keepAlive: true }));
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.ask<T>('GET', path);
  }

  /** A press: one key, never twice. */
  post<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.ask<T>('POST', path, JSON.stringify(body));
  }

  close(): void {
    this.agent.destroy();
  }

  private ask<T>(method: string, path: string, body?: string): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${this.token}` };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = String(Buffer.byteLength(body));
      headers['idempotency-key'] = randomUUID();
    }
    const { hostname, port } = this.api;
    return new Promise((resolve, reject) => {
      const sent = request(
        { hostname, port, path, method, headers, agent: this.agent, timeout: ANSWER_WITHIN_MS },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            try {
              const text = Buffer.concat(chunks).toString('utf8');
              resolve({ status: answer.statusCode ?? 0, body: (text === '' ? undefined : JSON.parse(text)) as T });
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          });
        },
      );
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer in ${ANSWER_WITHIN_MS} ms`)));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** Body of an answer that must be a success. @throws Error with status and problem. */
export function successful<T>({ status, body }: Answer<T>): T {
  if (status >= 300) throw new Error(`Refused with ${status}: ${JSON.stringify(body).slice(0, 300)}`);
  return body;
}
