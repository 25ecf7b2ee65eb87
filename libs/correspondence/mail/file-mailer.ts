import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailer, messageOf, type Mail } from './mailer';

/** Mails as `.eml` files in the data folder, one for each message id: the embedded stack's way out. */
export class FileMailer extends Mailer {
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const { message } = await this.transport.sendMail(messageOf(mail, this.from));
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${mail.messageId.replace(/[^A-Za-z0-9._-]/g, '-')}.eml`);
    // Whole or not there: somebody may be reading the folder.
    await writeFile(`${file}.part`, message as Buffer);
    await rename(`${file}.part`, file);
  }

  async check(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    return 'as files in the data folder';
  }
}
