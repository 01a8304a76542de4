import { err, formatPence, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { parseCalculation } from './calculation.js';
import { FieldReader, isObject } from './field-reader.js';
import { rateLine } from './rate-line.js';
import { totalsOf, type TaxedLine } from './vat-totals.js';

type Json = Readonly<Record<string, unknown>>;

/** An invoice worked out again from its data pack. Amounts in pounds as text. */
export interface Recomputed {
  readonly invoice: unknown;
  readonly lines: readonly RecomputedLine[];
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  /** What the pack says; nothing of it was used. */
  readonly printed: { readonly net: unknown; readonly vat: unknown; readonly gross: unknown };
  /** Whether every line and every total came to the same penny. */
  readonly same: boolean;
}

export interface RecomputedLine {
  readonly lineNumber: unknown;
  readonly description: unknown;
  readonly net: string;
  readonly printed: unknown;
  readonly same: boolean;
}

/** Whether this is a data pack and no single calculation. */
export const isDataPack = (json: unknown): json is Json => isObject(json) && Object.hasOwn(json, 'invoice');

/**
 * Works an invoice out again from nothing but each line's calculation and VAT: every line as it was rated, VAT on the
 * sum of the lines of a rate. Says everything that cannot be read, at once.
 */
export const recomputePack = (pack: Json): Result<Recomputed> => {
  const { invoice, lines } = pack;
  if (!isObject(invoice) || !Array.isArray(lines))
    return err(refuse('FIELD_REQUIRED', { field: 'a data pack with an invoice and its lines' }));
  const read = lines.map((line, index) => readLine(line, ['lines', String(index)]));
  const faults = read.flatMap((line) => (line.ok ? [] : line.refusals));
  if (faults.length > 0) return err(faults);
  const good = read.flatMap((line) => (line.ok ? [line.value] : []));
  const totals = totalsOf(good.map(({ taxed }) => taxed));
  const sums = {
    net: formatPence(totals.net),
    vat: formatPence(totals.vat),
    gross: formatPence(totals.gross),
  };
  const printed = { net: invoice['net'], vat: invoice['vat'], gross: invoice['gross'] };
  const sameSums = sums.net === printed.net && sums.vat === printed.vat && sums.gross === printed.gross;
  const shown = good.map(({ line }) => line);
  return ok({
    invoice: invoice['number'] ?? null,
    lines: shown,
    ...sums,
    printed,
    same: sameSums && shown.every(({ same }) => same),
  });
};

const readLine = (
  line: unknown,
  path: readonly string[],
): Result<{ readonly line: RecomputedLine; readonly taxed: TaxedLine }> => {
  if (!isObject(line)) return err(refuse('FIELD_REQUIRED', { field: 'a line' }, path));
  const faults: Refusal[] = [];
  const fields = new FieldReader(line, path, faults);
  const treatment = fields.value('vatTreatment');
  if (typeof treatment !== 'string')
    faults.push(refuse('FIELD_REQUIRED', { field: 'the VAT treatment' }, [...path, 'vatTreatment']));
  const vatRate = fields.amount('vatRate', 'VAT rate', { max: '1' });
  const calculation = parseCalculation(fields.value('calculation'));
  if (!calculation.ok)
    faults.push(
      ...calculation.refusals.map((refusal) => ({
        ...refusal,
        path: [...path, 'calculation', ...refusal.path],
      })),
    );
  if (!calculation.ok || faults.length > 0) return err(faults);
  const { net } = rateLine(calculation.value);
  return ok({
    line: {
      lineNumber: fields.value('lineNumber') ?? null,
      description: fields.value('description') ?? null,
      net: formatPence(net),
      printed: fields.value('net') ?? null,
      same: formatPence(net) === fields.value('net'),
    },
    taxed: { net, vatTreatment: String(treatment), vatRate },
  });
};
