import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { newId } from '../ids';
import { traceIdOf } from '../http/request-tracing';
import { Logger } from '../logging/logger';
import { currentTraceId } from '../tracing/tracing';
import { classify } from './classify';
import { type Language, languageOf, messageFor } from './messages';
import { type Classified, type ProblemDocument, TITLES } from './problem';
import { fieldSentence } from './validation';

export interface AnsweringReply {
  sent: boolean;
  status(code: number): AnsweringReply;
  header(name: string, value: string | number): AnsweringReply;
  send(body: unknown): unknown;
}

export interface AnsweredRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly routeOptions?: { readonly url?: string | undefined };
}

const constantCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/** Puts a sorted error into words. Pure; the trace id comes from the step. */
export function problemDocument(classified: Classified, language: Language, traceId: string): ProblemDocument {
  const { status, code, details, legalBasis, errors, fallback } = classified;
  const title = (TITLES[status] ?? TITLES[500])?.[language] ?? '';
  return {
    type: `urn:hoptac:problem:${code}`,
    title,
    status,
    detail: messageFor(code, language, details) ?? fallback ?? title,
    code,
    legalBasis: legalBasis ?? [],
    traceId,
    ...(errors === undefined
      ? {}
      : {
          errors: errors.map((field) => ({
            pointer: field.pointer,
            code: `PLATFORM.FIELD.${constantCase(field.constraint)}`,
            detail: fieldSentence(field, language),
          })),
        }),
    ...(details === undefined || Object.keys(details).length === 0 ? {} : { details }),
  };
}

/** Answers a thrown value. Also for what the server refuses before Nest is asked (malformed addresses). */
export function answerProblem(error: unknown, request: AnsweredRequest, reply: AnsweringReply, logger?: Logger): void {
  const classified = classify(error);
  const traceId = currentTraceId() ?? traceIdOf(request) ?? newId();
  if (classified.unexpected === true) {
    logger?.error('Unexpected error', {
      err: error,
      traceId,
      method: request.method,
      route: request.routeOptions?.url,
    });
  } else if (classified.status === 503) {
    const reason = error instanceof Error ? error.message : String(error);
    logger?.warn('A part is away', { reason, traceId, code: classified.code });
  }
  if (reply.sent) return;
  const { 'accept-language': accepted } = request.headers;
  const language = languageOf(Array.isArray(accepted) ? accepted[0] : accepted);
  const problem = problemDocument(classified, language, traceId);
  if (classified.retryAfter !== undefined) reply.header('Retry-After', classified.retryAfter);
  if (problem.status === 401) reply.header('WWW-Authenticate', 'Bearer');
  reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language)
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(problem));
}

/** Every thrown value becomes a problem document; what is our own fault is logged with its stack and the trace id the caller sees. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(Logger) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<AnsweredRequest>(), http.getResponse<AnsweringReply>(), this.logger);
  }
}
