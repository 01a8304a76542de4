import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { join } from 'node:path';
import { projectRoot } from '#libs/platform';
import { passThrough } from './pass-through.js';
import { readWebConfig, WebConfigError } from './web-config.js';
import { WebModule } from './web.module.js';

try {
  const config = readWebConfig(process.env);
  const app = await NestFactory.create<NestExpressApplication>(WebModule.forRoot(config), {
    bodyParser: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  // The api's doors keep the api's own headers, so they come before the pages'.
  for (const handler of passThrough(config)) app.use(handler);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
    }),
  );
  app.useStaticAssets(join(projectRoot(), 'apps/web/assets'), { prefix: '/assets' });
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
} catch (error) {
  console.error(error instanceof WebConfigError ? error.message : error);
  process.exit(1);
}
