import type { Tx } from '../database/tx.js';

/**
 * The next number of a series of this transaction's lead authority. The counter's row stays locked until the end,
 * so numbers have no gaps: take it last, after the business rows and the audit record.
 */
export const takeNumber = async (tx: Tx, series: string, financialYear: string): Promise<bigint> => {
  const rows = await tx.manager.query<{ last_number: string }[]>(
    `insert into number_counter (lead_id, series, financial_year, last_number) values ($1, $2, $3, 1)
     on conflict (lead_id, series, financial_year) do update set last_number = number_counter.last_number + 1
     returning last_number`,
    [tx.leadId, series, financialYear],
  );
  const row = rows[0];
  if (!row) throw new Error('no number was taken');
  return BigInt(row.last_number);
};
