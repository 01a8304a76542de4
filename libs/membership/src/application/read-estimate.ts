import { Injectable } from '@nestjs/common';
import { Actor, UnitOfWork } from '#libs/platform';
import type { Estimate } from '../domain/estimate.js';
import { EstimateRepository } from '../persistence/estimate.repository.js';

/** Reads an estimate for whoever has its id, which cannot be guessed. */
@Injectable()
export class ReadEstimate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly estimates: EstimateRepository,
  ) {}

  /** Null when there is none. It is a unit of work of its own: call it outside others. */
  byId(id: string, requestId: string | null): Promise<Estimate | null> {
    return this.work.read(Actor.system('estimate', requestId), (tx) => this.estimates.find(tx, id));
  }
}
