import type { AuthenticatedActor } from '@hoptac/identity';
import { AppConfig } from '@hoptac/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { SetCookieOptions } from '../cookies';
import type { Markup } from './html';
import { publicPage } from './layout';
import { Speech } from './speech';

/** What pages read of a request. */
export interface PageRequest {
  readonly url: string;
  readonly cookies?: Readonly<Record<string, string>>;
}
export interface Reply {
  status(code: number): unknown;
  redirect(url: string, status: number): unknown;
  setCookie(name: string, value: string, options: SetCookieOptions): unknown;
}

export const HTML = 'text/html; charset=utf-8';
/** Longest code, name or token that is looked up; more is nobody's. */
const LONGEST = 120;

export const isTyped = (typed: unknown): typed is string =>
  typeof typed === 'string' && typed.trim() !== '' && typed.length <= LONGEST;

/** Frames the public pages: language of the visitor, who is signed in, where a change of language comes back to. */
@Injectable()
export class PageDesk {
  constructor(@Inject(AppConfig) private readonly config: AppConfig) {}

  /** Whether cookies go over TLS only. */
  get secure(): boolean {
    return this.config.publicUrl.startsWith('https://');
  }

  of(
    request: PageRequest,
    actor: AuthenticatedActor | undefined,
  ): { readonly speech: Speech; readonly page: (title: string, body: Markup) => string } {
    const speech = Speech.of(request.cookies);
    const frame = { config: this.config, actor, speech, path: request.url };
    return { speech, page: (title, body) => publicPage(title, frame, body) };
  }
}
