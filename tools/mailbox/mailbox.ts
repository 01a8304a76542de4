import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly at: Date;
  /** The same for a mail that was sent again. */
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const KEPT = 200;

/** A real mail server on loopback that keeps what it gets, so that codes and notices can be read without a mail account. */
export class Mailbox {
  private readonly kept: Mail[] = [];
  private waiting: (() => void)[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: 1024 * 1024,
    onData: (stream, session, done) => {
      simpleParser(stream)
        .then((parsed) => {
          this.kept.unshift({
            at: new Date(),
            id: parsed.messageId ?? '',
            from: parsed.from?.text ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()),
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
          });
          this.kept.splice(KEPT);
          for (const wake of this.waiting.splice(0)) wake();
          done();
        })
        .catch((error: unknown) => done(error as Error));
    },
  });

  /** Starts on the port given (0: any free one) and answers its SMTP address. */
  async start(port = 0): Promise<string> {
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The newest first, for one address or for all. */
  mails(to?: string): readonly Mail[] {
    return to === undefined ? [...this.kept] : this.kept.filter((mail) => mail.to.includes(to.toLowerCase()));
  }

  /** The newest mail to an address that came after `since` and whose subject matches; waits for it. */
  async next(to: string, subject: RegExp, since: Date, timeoutMs = 15_000): Promise<Mail> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const mail = this.mails(to).find(({ at, subject: title }) => at >= since && subject.test(title));
      if (mail) return mail;
      const left = until - Date.now();
      if (left <= 0)
        throw new Error(`no mail to ${to} with the subject ${subject.source} came in ${timeoutMs} ms`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
