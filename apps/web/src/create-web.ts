import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import { urlencoded } from 'express';
import helmet from 'helmet';
import { Assets } from './frame/assets.js';
import { Brands } from './frame/brands.js';
import { refuseOtherSites } from './frame/form-tokens.js';
import { findPages } from './frame/pages.js';
import { Recognise } from './frame/recognise.js';
import { readUploads } from './frame/uploads.js';
import { passThrough } from './pass-through.js';
import type { WebConfig } from './web-config.js';
import { WebModule } from './web.module.js';

/** The web, made but not listening. */
export const createWeb = async (config: WebConfig): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(WebModule.forRoot(config, await findPages()), {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.disable('x-powered-by');
  // The api's doors keep the api's own headers, so they come before the pages'.
  for (const handler of passThrough(config)) app.use(handler);
  app.use(compression());
  app.use(securityHeaders(config.secure));
  app.use('/assets', app.get(Assets).handler);
  app.use('/brand', app.get(Brands).handler);
  app.use(refuseOtherSites);
  app.use(cookieParser());
  app.use(urlencoded({ extended: false, limit: '1mb' }));
  for (const handler of readUploads) app.use(handler);
  app.use(app.get(Recognise).handler);
  app.enableShutdownHooks();
  return app;
};

const securityHeaders = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
