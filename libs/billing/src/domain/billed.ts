import type { Exact, LocalDate, Pence } from '#libs/kernel';
import { keyText, type ChargeKey } from './charge.js';
import type { VatGroup } from '#libs/pricing';

/** What documents have billed for one charge: live lines, less credits that a recalculation made. */
export interface Position {
  readonly key: ChargeKey;
  readonly net: Pence;
  /** The newest receipt that a document has counted. */
  readonly countedTo: bigint;
  /** The newest revision of the call-off that a document was worked out from. */
  readonly callOffRevision: number;
}

/** A line of an issued invoice, with what may still be credited on it. */
export interface IssuedLine {
  readonly key: ChargeKey;
  readonly invoiceId: string;
  readonly lineId: string;
  readonly vatTreatment: string;
  readonly vatRate: Exact;
  readonly left: Pence;
}

/** What may still be credited on an issued invoice, by VAT group. */
export interface InvoiceLeft {
  readonly invoiceId: string;
  readonly number: string;
  readonly groups: readonly VatGroup[];
}

/** Everything that is billed already, by the documents that count. */
export interface Billed {
  readonly positions: readonly Position[];
  /** Newest first. */
  readonly lines: readonly IssuedLine[];
  readonly invoices: readonly InvoiceLeft[];
}

export const nothingBilled: Billed = { positions: [], lines: [], invoices: [] };

/** Looks positions up by charge and by month. */
export class BilledIndex {
  private readonly byKey = new Map<string, Position>();
  private readonly byMonth = new Map<string, Position[]>();
  private readonly months = new Map<string, LocalDate[]>();

  constructor(positions: readonly Position[]) {
    for (const position of positions) {
      const { callOffId, month } = position.key;
      this.byKey.set(keyText(position.key), position);
      append(this.byMonth, `${callOffId}/${month}`, position);
      append(this.months, callOffId, month);
    }
  }

  of(key: ChargeKey): Position {
    return this.byKey.get(keyText(key)) ?? { key, net: 0n, countedTo: 0n, callOffRevision: 0 };
  }

  monthsOf(callOffId: string): readonly LocalDate[] {
    return this.months.get(callOffId) ?? [];
  }

  inMonth(callOffId: string, month: LocalDate): readonly Position[] {
    return this.byMonth.get(`${callOffId}/${month}`) ?? [];
  }
}

const append = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
