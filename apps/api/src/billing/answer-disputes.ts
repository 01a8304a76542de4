import { Injectable } from '@nestjs/common';
import { ReadCreditNotes, ReadDisputes, ReadInvoices } from '#libs/billing';
import { FindBody, PeopleNames } from '#libs/directory';
import type { Tx } from '#libs/platform';
import type { Caller } from '../graphql/index.js';
import { loadDisputes, type DisputeSources, type DisputeType } from './dispute.type.js';

/** Reads disputes as they are answered; every operation on disputes answers them so. */
@Injectable()
export class AnswerDisputes implements DisputeSources {
  constructor(
    readonly disputes: ReadDisputes,
    readonly invoices: ReadInvoices,
    readonly notes: ReadCreditNotes,
    readonly bodies: FindBody,
    readonly people: PeopleNames,
  ) {}

  /** Null when whoever asks sees no such dispute. */
  async byId(tx: Tx, caller: Caller, id: string): Promise<DisputeType | null> {
    const dispute = await this.disputes.byId(tx, id);
    const [type] = dispute === null ? [] : await loadDisputes(tx, this, caller, [dispute]);
    return type ?? null;
  }
}
