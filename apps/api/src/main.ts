import 'reflect-metadata';
import { ConfigError, listenOn, readConfig, UnsafeRoleError } from '#libs/platform';
import { createApi } from './create-api.js';

try {
  const config = readConfig(process.env);
  const api = await createApi(config);
  // Nest's own listen would tell of a bad address in its own words first.
  await api.init();
  await listenOn(api.getHttpServer(), {
    host: config.host,
    port: config.apiPort,
    setting: 'API_PORT',
  });
} catch (error) {
  // One clear line for whoever starts the service; a stack only for what nobody expected.
  const expected = error instanceof ConfigError || error instanceof UnsafeRoleError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
