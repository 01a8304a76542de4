import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { EligibilityCheckRow } from './eligibility-check.entity.js';

@Injectable()
export class EligibilityCheckRepository {
  async insert(tx: Tx, row: EligibilityCheckRow): Promise<void> {
    await tx.manager.insert(EligibilityCheckRow, row);
  }
}
