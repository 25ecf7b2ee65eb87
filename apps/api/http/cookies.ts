import type { FastifyInstance } from 'fastify';

export interface SetCookieOptions {
  readonly path: string;
  readonly httpOnly: boolean;
  readonly sameSite: 'lax' | 'strict';
  readonly secure: boolean;
  /** Seconds; 0 takes the cookie away. */
  readonly maxAge: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    cookies: Readonly<Record<string, string>>;
  }
  interface FastifyReply {
    setCookie(name: string, value: string, options: SetCookieOptions): this;
  }
}

/** Longer headers carry nothing of ours. */
const LONGEST = 16_384;

/** Cookies by name; of two with one name the first counts, which is the one with the longer path. Values of ours need no decoding. */
export function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const cookies = Object.create(null) as Record<string, string>;
  if (header === undefined || header.length > LONGEST) return cookies;
  for (const pair of header.split(';')) {
    const cut = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, cut)).trim();
    if (name === '') continue;
    cookies[name] ??= pair.slice(cut + 1).trim();
  }
  return cookies;
}

/** @throws Error for a name or value that could break out of the header; ours are tokens and base64url. */
export function writeCookie(name: string, value: string, options: SetCookieOptions): string {
  if (!/^[\w-]+$/.test(name) || !/^[\w.~-]*$/.test(value)) throw new Error(`Cookie ${name} cannot be written`);
  const flags = [options.httpOnly ? '; HttpOnly' : '', options.secure ? '; Secure' : ''].join('');
  const sameSite = options.sameSite === 'lax' ? 'Lax' : 'Strict';
  return `${name}=${value}; Path=${options.path}; Max-Age=${String(options.maxAge)}; SameSite=${sameSite}${flags}`;
}

/** `request.cookies` and `reply.setCookie`. */
export function registerCookies(fastify: FastifyInstance): void {
  fastify.decorateRequest('cookies');
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.cookies = readCookies(request.headers.cookie);
    done();
  });
  fastify.decorateReply('setCookie', function setCookie(name: string, value: string, options: SetCookieOptions) {
    return this.header('Set-Cookie', writeCookie(name, value, options));
  });
}
