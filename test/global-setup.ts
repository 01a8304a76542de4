import { startTestCluster } from './test-cluster.js';

/** Jest calls this once before the first test that needs a database. */
export default async function globalSetup(): Promise<void> {
  await startTestCluster();
}
