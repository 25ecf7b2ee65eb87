import { signInAs } from '@hoptac/identity/testing';
import { randomUUID } from 'node:crypto';

/** Answer of the API, refused or not; specs and the demo look at both. */
export interface ApiAnswer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface Sending {
  /** One press = one key; a new one unless given. */
  readonly key?: string;
  /** Revision seen, for `If-Match`. */
  readonly revision?: number;
}

const ANSWER_WITHIN_MS = 30_000;

/** A person at the API: really signed in, speaking plain HTTP. */
export class Persona {
  private constructor(
    readonly accountId: string,
    /** Address of the API. */
    readonly api: string,
    private readonly token: string | undefined,
  ) {}

  static async signIn(
    addresses: { readonly api: string; readonly issuer: string },
    accountId: string,
  ): Promise<Persona> {
    return new Persona(accountId, addresses.api, await signInAs(addresses.issuer, accountId));
  }

  /** Somebody who has not signed in. */
  static anonymous(api: string): Persona {
    return new Persona('anonymous', api, undefined);
  }

  get<T = Record<string, unknown>>(path: string): Promise<ApiAnswer<T>> {
    return this.request<T>(path, { headers: this.headers() });
  }

  post<T = Record<string, unknown>>(
    path: string,
    body: unknown,
    { key = randomUUID(), revision }: Sending = {},
  ): Promise<ApiAnswer<T>> {
    const headers: Record<string, string> = {
      ...this.headers(),
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    if (revision !== undefined) headers['if-match'] = `W/"${revision}"`;
    return this.request<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Uploads one document; answers what the dossier must name of it. */
  async upload(
    fileName: string,
    bytes: Uint8Array<ArrayBuffer>,
    mediaType = 'application/pdf',
  ): Promise<ApiAnswer<{ sha256: string; size: number; mediaType: string }>> {
    const body = new FormData();
    body.append('file', new Blob([bytes], { type: mediaType }), fileName);
    return this.request('/api/documents', {
      method: 'POST',
      headers: { ...this.headers(), 'idempotency-key': randomUUID() },
      body,
    });
  }

  private headers(): Record<string, string> {
    return {
      accept: 'application/json',
      'accept-language': 'vi',
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
    };
  }

  private async request<T>(path: string, init: RequestInit): Promise<ApiAnswer<T>> {
    const answer = await fetch(new URL(path, this.api), { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: (json ? JSON.parse(text) : text) as T, headers: answer.headers };
  }
}
