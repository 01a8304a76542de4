import 'reflect-metadata';
import { ConfigError, readConfig, UnsafeRoleError } from '#libs/platform';
import { createApi } from './create-api.js';

try {
  const config = readConfig(process.env);
  const api = await createApi(config);
  await api.listen(config.apiPort, config.host);
} catch (error) {
  // One clear line for whoever starts the service; a stack only for what nobody expected.
  const expected = error instanceof ConfigError || error instanceof UnsafeRoleError;
  console.error(expected ? error.message : error);
  process.exit(1);
}
