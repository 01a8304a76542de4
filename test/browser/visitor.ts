import { readFileSync } from 'node:fs';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Site } from './site.js';

/** How somebody looks at the pages. */
export interface Look {
  /** Of the window; 1100 unless told. */
  readonly width?: number;
  /** Whether scripts run; yes unless told. */
  readonly script?: boolean;
}

/** What is read of a table's row in the browser. */
interface Row {
  readonly cells: Iterable<{ readonly innerText: string }>;
}

/** How long somebody looks for what is not there, in milliseconds; what is slow on a busy machine comes sooner. */
export const PATIENCE = 15_000;

/** Somebody at a browser. What must never happen on any page is noted here. */
export class Visitor {
  /** Requests to another origin, refusals of the content security policy, and errors of scripts. */
  readonly wrongs: string[] = [];

  private constructor(
    private readonly site: Site,
    readonly page: Page,
  ) {
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
        this.wrongs.push(`asked ${request.url()}`);
    });
    page.on('pageerror', (error) => this.wrongs.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (/Content Security Policy|Content-Security-Policy/i.test(message.text()))
        this.wrongs.push(message.text());
    });
  }

  static async open(site: Site, context: BrowserContext): Promise<Visitor> {
    return new Visitor(site, await context.newPage());
  }

  /** Goes to an address and answers the status. */
  async goTo(path: string): Promise<number> {
    const response = await this.page.goto(path);
    return response?.status() ?? 0;
  }

  async signIn(email: string): Promise<void> {
    const { page } = this;
    await page.goto('/sign-in');
    const since = new Date();
    await this.fill('Your work email address', email);
    await this.press('Send me a code');
    const mail = await this.site.stack.mailbox.next(email, /sign-in code/, since);
    await this.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
    await this.press('Sign in');
  }

  /** Presses a button of the page's main part and waits for the page that follows. */
  press(name: string): Promise<void> {
    return this.leaveBy(this.page.getByRole('main').getByRole('button', { name, exact: true }));
  }

  /** Follows the first link of these words and waits for the page that follows. */
  follow(name: string): Promise<void> {
    return this.leaveBy(this.link(name));
  }

  /** The first link of these words; one that looks like a button says that it is a button. */
  link(name: string): Locator {
    const words = { name, exact: true };
    const buttons = this.page.locator('a').and(this.page.getByRole('button', words));
    return this.page.getByRole('link', words).or(buttons).first();
  }

  /** A click alone ends before the next page is asked for, and the page of before would be read again. */
  private async leaveBy(way: Locator): Promise<void> {
    await Promise.all([
      this.page.waitForEvent('load', { timeout: PATIENCE }),
      way.click({ timeout: PATIENCE }),
    ]);
  }

  /** A download that a link of the page gives, as text. */
  async download(link: string): Promise<{ name: string; text: string }> {
    const [kept] = await Promise.all([
      this.page.waitForEvent('download', { timeout: PATIENCE }),
      this.link(link).click({ timeout: PATIENCE }),
    ]);
    return { name: kept.suggestedFilename(), text: readFileSync(await kept.path(), 'utf8') };
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  /** The rows of the page's tables whose text holds some words, each as its own cells' texts. */
  async rowsWith(words: string): Promise<string[][]> {
    const rows = await this.page
      .getByRole('row')
      .evaluateAll((found: readonly Row[]) =>
        found.map(({ cells }) => [...cells].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())),
      );
    return rows.filter((cells) => cells.join(' ').includes(words));
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** The main part's text. */
  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }
}
