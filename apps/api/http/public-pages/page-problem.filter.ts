import { AppConfig, Logger, type ProblemDocument, answerProblem } from '@hoptac/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { html } from './html';
import type { PageRequest } from './page-desk';
import { publicPage } from './layout';
import { Speech } from './speech';

type AnsweredRequest = Parameters<typeof answerProblem>[1];
type AnsweringReply = Parameters<typeof answerProblem>[2];

/** A refusal as a page: the same words, status and trace code as the problem document, for people without script. */
@Injectable()
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(AppConfig) private readonly config: AppConfig,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<AnsweringReply>();
    const request = http.getRequest<AnsweredRequest & PageRequest>();
    const speech = Speech.of(request.cookies);
    const asPage: AnsweringReply = {
      sent: reply.sent,
      status: (code) => {
        reply.status(code);
        return asPage;
      },
      header: (name, value) => {
        reply.header(name, name === 'Content-Type' ? 'text/html; charset=utf-8' : value);
        return asPage;
      },
      send: (body) => reply.send(this.page(JSON.parse(String(body)) as ProblemDocument, speech, request.url)),
    };
    // The pages speak the language of their cookie, whatever the browser prefers.
    answerProblem(
      error,
      { ...request, method: request.method, headers: { 'accept-language': speech.language } },
      asPage,
      this.logger,
    );
  }

  private page({ title, detail, status, traceId }: ProblemDocument, speech: Speech, path: string): string {
    const patience =
      status >= 500
        ? html`<p>
            ${speech.say(
              'Việc đã ghi nhận không mất. Hãy thử lại sau ít phút.',
              'Nothing that was recorded is lost. Please try again in a few minutes.',
            )}
          </p>`
        : undefined;
    const body = html`<div class="problem" role="alert">
        <h1>${title}</h1>
        <p>${detail}</p>
        ${patience}
        <p class="muted">${speech.say('Mã tra vết', 'Trace code')}: <span class="code">${traceId}</span></p>
      </div>
      <p><a href="/">${speech.say('Về trang chủ', 'To the home page')}</a></p>`;
    return publicPage(title, { config: this.config, actor: undefined, speech, path }, body);
  }
}
