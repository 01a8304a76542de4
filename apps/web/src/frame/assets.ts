import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { projectRoot } from '#libs/platform';

/** What a browser may fetch, and where it lies. */
const FILES: Readonly<Record<string, string>> = {
  'app.css': 'dist/apps/web/assets/app.css',
  'start.js': 'apps/web/assets/start.js',
  'icon.svg': 'apps/web/assets/icon.svg',
  'govuk-frontend.min.js': 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js',
};
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Style sheet, scripts and icon, read once. An address bears the content's digest, so that it may be kept for ever. */
@Injectable()
export class Assets {
  private readonly files = new Map(
    Object.entries(FILES).map(([name, file]) => {
      const content = readFileSync(path.join(projectRoot(), file));
      return [name, { content, digest: createHash('sha256').update(content).digest('hex').slice(0, 12) }];
    }),
  );

  address(name: string): string {
    const file = this.files.get(name);
    if (!file) throw new Error(`there is no asset ${name}`);
    return `/assets/${name}?${file.digest}`;
  }

  readonly handler: RequestHandler = (req, res, next) => {
    const name = req.path.slice(1);
    const file = this.files.get(name);
    if (!file) return next();
    const isCurrent = req.originalUrl.endsWith(`?${file.digest}`);
    res
      .setHeader('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .setHeader('content-type', TYPES[path.extname(name)] ?? 'application/octet-stream')
      .send(file.content);
  };
}
