import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, MailRefused, messageOf, type Mail } from './mailer';

/** Longest for one step of the conversation, shorter than the activity's own 30 s. */
const LIMIT_MS = 10_000;

/** Mails over SMTP (`HOPTAC_SMTP_URL`); a pool of few connections. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(url, {});
    Object.assign(this.transport.options, {
      connectionTimeout: LIMIT_MS,
      greetingTimeout: LIMIT_MS,
      socketTimeout: LIMIT_MS,
      dnsTimeout: LIMIT_MS,
    });
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail(messageOf(mail, this.from));
    } catch (error) {
      throw isRefusal(error)
        ? new MailRefused(`The mail server refuses it (${String(error.responseCode)})`)
        : withoutAddress(error);
    }
  }

  async check(): Promise<string> {
    await this.transport.verify();
    return 'SMTP';
  }
}

/** An answer of 5xx to this mail; a log-in that is refused is the operator's to mend, not the mail's fault. */
function isRefusal(error: unknown): error is { readonly responseCode: number } {
  if (!(error instanceof Error)) return false;
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  return responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH';
}

/** Servers repeat the address in their words; the engine keeps an error's words, so they go without. */
function withoutAddress(error: unknown): Error {
  const { code, responseCode } = (error ?? {}) as { readonly code?: string; readonly responseCode?: number };
  return new Error(
    `The mail server did not take it (${[code, responseCode].filter(Boolean).join(' ') || 'no answer'})`,
  );
}
