import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { serveMailbox } from '../../tools/mailbox/serve-mailbox.js';
import { Client } from '../client.js';
import { templateWith } from '../database.js';
import { hostedWeb } from '../host/hosted.js';
import { Stack } from '../stack.js';
import { launchChromium } from './chromium.js';
import { Visitor, type Look } from './visitor.js';

const addressOf = (server: { address(): AddressInfo | string | null }): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The whole service with its pages, the demonstration's data in it, and a real browser that looks at it. */
export class Site {
  private readonly contexts: BrowserContext[] = [];
  private readonly sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

  private constructor(
    readonly stack: Stack,
    private readonly web: Awaited<ReturnType<typeof hostedWeb>>,
    private readonly mailbox: Server,
    private readonly browser: Browser,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Site> {
    const stack = await Stack.start(settings, await templateWith('demonstration', makeDemonstration));
    const mailbox = await serveMailbox(stack.mailbox, 0);
    const web = await hostedWeb({
      API_URL: stack.url,
      MAILBOX_URL: addressOf(mailbox),
      ACCEDE_DEMO: '1',
    });
    return new Site(stack, web, mailbox, await launchChromium());
  }

  get url(): string {
    return this.web.url;
  }

  /** Somebody at a browser of their own, not signed in. */
  async visitor(look: Look = {}): Promise<Visitor> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      viewport: { width: look.width ?? 1100, height: 900 },
      javaScriptEnabled: look.script ?? true,
    });
    this.contexts.push(context);
    return Visitor.open(this, context);
  }

  /**
   * Somebody who has signed in on the pages, with the code from their mail. They do so once: a further browser of
   * theirs brings the same session, for nobody may ask for codes without end.
   */
  async person(email: string, look: Look = {}): Promise<Visitor> {
    const visitor = await this.visitor(look);
    const session = this.sessions.get(email);
    if (session) await visitor.page.context().addCookies(session);
    else {
      await visitor.signIn(email);
      this.sessions.set(email, await visitor.page.context().cookies());
    }
    return visitor;
  }

  /** The same person's way to the API. */
  async client(email: string): Promise<Client> {
    if (!this.sessions.has(email)) await this.person(email);
    const token = this.sessions.get(email)?.find(({ name }) => name === 'accede-session')?.value;
    if (token === undefined) throw new Error(`${email} could not sign in`);
    return new Client(this.stack.url, token);
  }

  async stop(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.browser.close();
    await this.web.stop();
    this.mailbox.close();
    await this.stack.stop();
  }
}

const makeDemonstration = async (name: string): Promise<void> => {
  const stack = await Stack.start();
  const mailbox = await serveMailbox(stack.mailbox, 0);
  await loadDemonstration(stack, addressOf(mailbox));
  mailbox.close();
  await stack.keepAs(name);
};

/** The same program as `npm start` runs: everything is done over HTTP by the people concerned. */
const loadDemonstration = async (stack: Stack, mailboxUrl: string): Promise<void> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/demonstration.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      API_URL: stack.url,
      MAILBOX_URL: mailboxUrl,
      APP_DATABASE_URL: stack.database.appUrl,
      SMTP_URL: stack.smtpUrl,
      ACCEDE_DEMO: '1',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the demonstration could not be loaded: ${code}`);
  await stack.jobsDone();
};
