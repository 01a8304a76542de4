import { Injectable } from '@nestjs/common';
import nunjucks from 'nunjucks';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';
import { date, instant, month, period } from '../formats/dates.js';
import { money, percent, price, quantity } from '../formats/money.js';
import { WebConfig } from '../web-config.js';
import { Assets } from './assets.js';
import { fieldId } from './form-errors.js';

/** The views: Nunjucks files beside the pages, and GOV.UK's components. Everything shown is escaped. */
@Injectable()
export class Views {
  private readonly environment: nunjucks.Environment;

  constructor(assets: Assets, config: WebConfig) {
    const root = projectRoot();
    const folders = ['apps/web/src', 'node_modules/govuk-frontend/dist'].map((name) => path.join(root, name));
    const missing = folders.find((folder) => !existsSync(folder));
    if (missing) throw new Error(`The views are missing: ${missing}`);
    this.environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
      autoescape: true,
      throwOnUndefined: false,
    });
    for (const [name, filter] of Object.entries({
      date,
      instant,
      month,
      period,
      money,
      percent,
      price,
      quantity,
    }))
      this.environment.addFilter(name, filter as (...args: unknown[]) => unknown);
    // Demonstration data says on every page that it is invented.
    this.environment.addGlobal('illustrative', config.demonstration);
    this.environment.addGlobal('fieldId', fieldId);
    this.environment.addGlobal('asset', (name: string) => assets.address(name));
  }

  render(name: string, model: object): string {
    return this.environment.render(name, model);
  }
}
