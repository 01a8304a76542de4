import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { JobStore } from '#libs/platform';

/** What Prometheus reads: requests, jobs, and the process itself. */
@Injectable()
export class HttpMetrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'door' | 'status'>;

  constructor(jobs: JobStore) {
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'accede_http_request_seconds',
      help: 'Time to answer a request, by door.',
      labelNames: ['method', 'door', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
    new Gauge({
      name: 'accede_jobs',
      help: 'Jobs by queue and state.',
      labelNames: ['queue', 'state'],
      registers: [this.registry],
      async collect() {
        this.reset();
        // Without its database the service still tells how it is doing otherwise.
        const counts = await jobs.counts().catch(() => []);
        for (const { queue, waiting, failed } of counts) {
          this.set({ queue, state: 'waiting' }, waiting);
          this.set({ queue, state: 'failed' }, failed);
        }
      },
    });
  }

  observe(method: string, door: string, status: number, seconds: number): void {
    this.requests.observe({ method, door, status: String(status) }, seconds);
  }
}
