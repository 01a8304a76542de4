import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Countable, CountedOn } from '../domain/counted-on.js';
import { CountedOnRepository } from '../persistence/counted-on.repository.js';

/** Goes from usage records to the issued invoices and credit notes that counted them. */
@Injectable()
export class ReadCountedOn {
  constructor(private readonly countedOn: CountedOnRepository) {}

  /** For each record, in the order of issue; nothing for one that was not billed yet. */
  ofRecords(tx: Tx, records: readonly Countable[]): Promise<CountedOn[][]> {
    return this.countedOn.ofRecords(tx, records);
  }
}
