import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Brands } from './brands.js';
import type { Model, ViewAnswer } from './answer.js';
import { Cookies } from './cookies.js';
import { words as frameWords } from './en.js';
import { FormErrors } from './form-errors.js';
import { FormTokens } from './form-tokens.js';
import type { KnownPage, Words } from './page.js';
import { PageList } from './page-list.js';
import { Views } from './views.js';
import { visitOf } from './visit.js';

/** Where a view lies, whose words it has, and which page of the menu it belongs to. */
export interface Shown {
  readonly folder: string;
  readonly words: Words;
  readonly page: KnownPage | null;
}

/** Writes a view with its frame as the response. */
@Injectable()
export class Responder {
  constructor(
    private readonly views: Views,
    private readonly pages: PageList,
    private readonly brands: Brands,
    private readonly tokens: FormTokens,
    private readonly cookies: Cookies,
  ) {}

  page(req: Request, res: Response, page: KnownPage, answer: ViewAnswer): Promise<void> {
    return this.send(req, res, { folder: `pages/${page.folder}`, words: page.words, page }, answer);
  }

  /** A page of the frame itself: not found, not allowed, and such. */
  ownPage(req: Request, res: Response, answer: ViewAnswer): Promise<void> {
    return this.send(req, res, { folder: 'frame', words: frameWords, page: null }, answer);
  }

  private async send(req: Request, res: Response, shown: Shown, answer: ViewAnswer): Promise<void> {
    const visit = visitOf(req);
    const brand = await this.brands.of(visit);
    const said = this.pages.said(this.cookies.takeSaid(req, res));
    const { title } = shown.words;
    const model: Model = { form: {}, errors: FormErrors.NONE, ...answer.model };
    const html = this.views.render(`${shown.folder}/${answer.view}.njk`, {
      ...model,
      w: shown.words,
      f: frameWords,
      title:
        model['title'] ?? (typeof title === 'function' ? (title as (m: object) => string)(model) : title),
      visit,
      me: visit.me,
      brand,
      menu: this.pages.menu(visit, shown.page),
      said,
      formToken: () => this.tokens.make(req, res),
    });
    res.status(answer.status).type('html').send(html);
  }
}
