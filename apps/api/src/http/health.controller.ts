import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DatabaseHealth } from '#libs/platform';
import { Public } from '../graphql/index.js';
import { Draining } from './draining.js';
import { HttpMetrics } from './metrics.js';

@Controller()
export class HealthController {
  constructor(
    private readonly database: DatabaseHealth,
    private readonly draining: Draining,
    private readonly metrics: HttpMetrics,
  ) {}

  /** Alive: the process answers. A database that is away must not restart it. */
  @Get('healthz')
  @Public()
  healthz(): { status: string } {
    return { status: 'alive' };
  }

  /** Able to serve: the database answers, is as new as the code, and the process is not about to end. */
  @Get('readyz')
  @Public()
  async readyz(@Res() res: Response): Promise<void> {
    const fault = this.draining.started ? 'stopping' : await this.database.fault();
    res
      .status(fault === null ? 200 : 503)
      .json(fault === null ? { status: 'ready' } : { status: 'not ready', reason: fault });
  }

  @Get('metrics')
  @Public()
  @Header('cache-control', 'no-store')
  async read(@Res() res: Response): Promise<void> {
    res.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
