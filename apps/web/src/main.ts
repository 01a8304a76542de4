import 'reflect-metadata';
import { createWeb } from './create-web.js';
import { readWebConfig, WebConfigError } from './web-config.js';

try {
  const config = readWebConfig(process.env);
  const app = await createWeb(config);
  await app.listen(config.port, config.host);
} catch (error) {
  console.error(error instanceof WebConfigError ? error.message : error);
  process.exit(1);
}
