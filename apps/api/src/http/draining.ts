import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Says that the process is about to end, so that it gets no new work while it finishes what it has. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  started = false;

  beforeApplicationShutdown(): void {
    this.started = true;
  }
}
