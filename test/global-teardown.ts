import { stopTestCluster } from './test-cluster.js';

export default async function globalTeardown(): Promise<void> {
  await stopTestCluster();
}
