import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { WebConfig } from '../web-config.js';

const HOURS_12 = 12 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;

/** The pages' few cookies. With HTTPS their names bind them to this host, and no subdomain can set them. */
@Injectable()
export class Cookies {
  private readonly prefix: string;
  private readonly options: CookieOptions;

  constructor(config: WebConfig) {
    this.prefix = config.secure ? '__Host-' : '';
    this.options = { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/' };
  }

  get formName(): string {
    return `${this.prefix}accede-form`;
  }

  get formOptions(): CookieOptions {
    return this.options;
  }

  token(req: Request): string | null {
    return this.read(req, 'session');
  }

  keepToken(res: Response, token: string): void {
    res.cookie(this.name('session'), token, { ...this.options, maxAge: HOURS_12 });
  }

  forgetToken(res: Response): void {
    res.clearCookie(this.name('session'), this.options);
  }

  /** What was just done, said on the next page and then forgotten. */
  say(res: Response, said: string): void {
    res.cookie(this.name('said'), said, { ...this.options, maxAge: MINUTE });
  }

  takeSaid(req: Request, res: Response): string | null {
    const said = this.read(req, 'said');
    if (said !== null) res.clearCookie(this.name('said'), this.options);
    return said;
  }

  private name(what: string): string {
    return `${this.prefix}accede-${what}`;
  }

  private read(req: Request, what: string): string | null {
    const value: unknown = (req.cookies as Record<string, unknown> | undefined)?.[this.name(what)];
    return typeof value === 'string' && value !== '' ? value : null;
  }
}
