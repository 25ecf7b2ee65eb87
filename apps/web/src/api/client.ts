import { language, say } from '../shared/language';

/** One problem document (RFC 9457) as the server words it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly legalBasis: readonly string[],
    readonly traceId: string | undefined,
    readonly errors: readonly { pointer: string; detail: string }[],
  ) {
    super(title);
  }
}

export async function toProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<Omit<Problem, 'name' | 'message'>>;
  return new Problem(
    response.status,
    body.code ?? `HTTP_${response.status}`,
    body.title ?? say('Yêu cầu không thực hiện được', 'The request could not be carried out'),
    body.detail ?? '',
    body.legalBasis ?? [],
    body.traceId,
    body.errors ?? [],
  );
}

const TRIES = 4;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request; what is out of order for a moment (503, lost connection) is tried again with the same key, so that it lands once. */
async function request(path: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === TRIES;
    try {
      const response = await fetch(path, { ...init, credentials: 'same-origin' });
      if (response.status !== 503 || last) return response;
      await pause(1000 * Number(response.headers.get('retry-after') ?? attempt));
    } catch (error) {
      if (last) throw error;
      await pause(500 * 2 ** attempt);
    }
  }
}

export async function get<T>(path: string): Promise<T> {
  const response = await request(path, { headers: { accept: 'application/json', 'accept-language': language } });
  if (!response.ok) throw await toProblem(response);
  return (await response.json()) as T;
}

/** What every writing step answers. */
export interface StepAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position?: string;
}

/** One press = one key: the caller makes the key when the form opens and keeps it for retries. */
export async function post<T = StepAnswer>(
  path: string,
  body: unknown,
  options: { key: string; revision?: number },
): Promise<T> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': language,
    'idempotency-key': options.key,
    'x-hoptac-request': '1',
  };
  if (options.revision !== undefined) headers['if-match'] = `W/"${options.revision}"`;
  const response = await request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await toProblem(response);
  return (await response.json()) as T;
}

/** Uploads one file; the server sniffs its type and answers its hash. */
export async function upload<T>(path: string, file: File, key: string): Promise<T> {
  const body = new FormData();
  body.append('file', file);
  return send<T>(path, body, key);
}

/** Sends a form with a file and what belongs to it; fields stand before the file. */
export async function send<T>(path: string, form: FormData, key: string): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'idempotency-key': key, 'x-hoptac-request': '1', 'accept-language': language },
    body: form,
  });
  if (!response.ok) throw await toProblem(response);
  return (await response.json()) as T;
}
