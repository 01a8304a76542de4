import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import type { JobHandler, TakenJob } from '../jobs/job.js';
import { mails } from '../messages/en/mails.js';
import { MAIL_QUEUE, type MailPayload } from './add-mail.js';

const fill = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');

/** Sends the outbox's mails, at least once each; the job's id is the message's id, so a repeat can be told. */
@Injectable()
export class SendMail implements JobHandler {
  readonly queue = MAIL_QUEUE;
  private readonly transport: Transporter;

  constructor(private readonly config: Config) {
    this.transport = createTransport({
      url: config.smtpUrl,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    });
  }

  async handle(job: TakenJob): Promise<void> {
    const { to, code, words } = job.payload as MailPayload;
    const mail = mails[code];
    await this.transport.sendMail({
      from: this.config.mailFrom,
      to,
      subject: fill(mail.subject, words).replace(/[\r\n]+/g, ' '),
      text: fill(mail.text, words),
      messageId: `<${job.id}@accede>`,
    });
  }
}
