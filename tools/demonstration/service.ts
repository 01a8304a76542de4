import { randomUUID } from 'node:crypto';
import { Client } from './client.js';

interface MailJson {
  readonly at: string;
  readonly subject: string;
  readonly text: string;
}

/** The running service as its people meet it: the API at one address, and the mailbox that shows their codes. */
export class Service {
  private readonly signedIn = new Map<string, Client>();

  constructor(
    readonly url: string,
    private readonly mailboxUrl: string,
  ) {}

  visitor(): Client {
    return new Client(this.url, null);
  }

  /** The person with this address, signed in with the code from their mail. */
  async as(email: string): Promise<Client> {
    const known = this.signedIn.get(email);
    if (known) return known;
    const before = (await this.codes(email)).length;
    await this.visitor().ok(
      'mutation($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { userErrors { code message } } }',
      { input: { email } },
    );
    const code = await this.codeFor(email, before);
    const { sessionSignIn } = await this.visitor().ok<{ sessionSignIn: { token: string } }>(
      'mutation($input: SessionSignInInput!) { sessionSignIn(input: $input) { token userErrors { code message } } }',
      { input: { email, code } },
    );
    const client = new Client(this.url, sessionSignIn.token);
    this.signedIn.set(email, client);
    return client;
  }

  /** The person's rights changed: the next time they sign in anew. */
  forget(email: string): void {
    this.signedIn.delete(email);
  }

  /** Sessions end after hours without use; whoever moves the clock signs everybody in again. */
  forgetSessions(): void {
    this.signedIn.clear();
  }

  /** The first code that comes after the `before` that had come already. */
  private async codeFor(email: string, before: number): Promise<string> {
    for (let tries = 0; tries < 300; tries += 1) {
      const codes = await this.codes(email);
      const newest = codes[0];
      if (codes.length > before && newest) return newest;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`no sign-in code reached ${email} in 15 seconds`);
  }

  /** The codes of the mails to an address, newest first. */
  private async codes(email: string): Promise<readonly string[]> {
    const mails = await this.mails(email);
    return mails.flatMap(({ subject }) =>
      subject.includes('sign-in code') ? (/\b\d{6}\b/.exec(subject) ?? []) : [],
    );
  }

  private async mails(to: string): Promise<readonly MailJson[]> {
    const response = await fetch(`${this.mailboxUrl}/dev/mailbox.json?to=${encodeURIComponent(to)}`);
    return (await response.json()) as MailJson[];
  }
}

/** A new idempotency key: each step of a story is its own request. */
export const newKey = (): string => randomUUID();
