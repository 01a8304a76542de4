/** A worker process that takes a job, says so, and never ends it: for being killed by force in a test. */
import { TestPlatform } from '../platform.js';

const appUrl = process.env['APP_DATABASE_URL'] ?? '';
const nothing = (): Promise<void> => Promise.resolve();
const nobody = {
  adminUrl: appUrl,
  ownerUrl: appUrl,
  appUrl,
  drop: nothing,
  keepAs: nothing,
  copyAs: nothing,
};
const platform = await TestPlatform.start({ NODE_ENV: 'test' }, { database: nobody });
await platform.runJobs([
  {
    queue: 'count',
    handle: (job) => {
      console.log(`has job ${JSON.stringify(job.payload)}`);
      return new Promise(() => undefined);
    },
  },
]);
