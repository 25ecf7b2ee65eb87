/** A mail as it leaves the house: plain text, to one address. */
export interface Mail {
  /** The same for every try of the same notice: a mail program shows a second copy once. Without angle brackets. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for mails. */
export abstract class Mailer {
  /**
   * Hands the mail over. The same message id twice is the same mail.
   * @throws MailRefused when it will never be taken; any other error when it may be taken later.
   */
  abstract send(mail: Mail): Promise<void>;
  /** How mails leave, for health. @throws Error when none can leave. */
  abstract check(): Promise<string>;
}

/** The server refuses this mail for good (SMTP 5xx), or it must not be sent at all. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** One address, nothing else: no names, lists, comments, quotes or line ends that could become a header. */
const ADDRESS =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
const LONGEST = 254;

export const isMailAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);

/** What both ways out write; everything that ends up in a header is one line. @throws MailRefused for an address that is none. */
export function messageOf({ messageId, to, subject, text }: Mail, from: string) {
  if (!isMailAddress(to)) throw new MailRefused('The address is no mail address');
  return {
    from,
    to: { name: '', address: to },
    subject: subject.replace(/\p{Cc}+/gu, ' '),
    messageId: `<${messageId.replace(/[^A-Za-z0-9.@_-]/g, '')}>`,
    text,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi, en' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
