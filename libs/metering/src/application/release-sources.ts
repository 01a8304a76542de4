import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import type { Tx } from '#libs/platform';
import type { QuarantinedUsage } from '../domain/quarantine.js';
import type { Writable } from '../domain/writable.js';
import { ReadWritable } from './read-writable.js';

/** Reads where usage in quarantine may go. */
@Injectable()
export class ReleaseSources {
  constructor(
    private readonly readCallOffs: ReadCallOffs,
    private readonly readWritable: ReadWritable,
  ) {}

  /** The chosen call-off; else those of the member that the row is of. Null when the chosen one is not there. */
  async callOffs(
    tx: Tx,
    row: QuarantinedUsage,
    callOffId: string | null,
  ): Promise<readonly CallOff[] | null> {
    if (callOffId === null) return row.tenantId === row.leadId ? [] : this.readCallOffs.allOf(tx, row);
    const chosen = await this.readCallOffs.byId(tx, callOffId);
    return chosen && chosen.leadId === row.leadId ? [chosen] : null;
  }

  writable(tx: Tx, callOffs: readonly CallOff[]): Promise<Writable> {
    return this.readWritable.of(tx, callOffs);
  }
}
