import 'reflect-metadata';
import { ConfigError, listenOn } from '#libs/platform';
import { createWeb } from './create-web.js';
import { readWebConfig, WebConfigError } from './web-config.js';

try {
  const config = readWebConfig(process.env);
  const app = await createWeb(config);
  // Nest's own listen would tell of a bad address in its own words first.
  await app.init();
  await listenOn(app.getHttpServer(), { host: config.host, port: config.port, setting: 'PORT' });
} catch (error) {
  const expected = error instanceof WebConfigError || error instanceof ConfigError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
