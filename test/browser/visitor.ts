import type { BrowserContext, Page } from 'playwright-core';
import type { Site } from './site.js';

/** How somebody looks at the pages. */
export interface Look {
  /** Of the window; 1100 unless told. */
  readonly width?: number;
  /** Whether scripts run; yes unless told. */
  readonly script?: boolean;
}

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

  /** Presses a button of the page's main part and waits for what follows. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await this.page.waitForLoadState();
  }

  /** Follows a link by its words. */
  async follow(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).first().click();
    await this.page.waitForLoadState();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  async choose(label: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).check();
  }

  heading(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** The main part's text. */
  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }
}
