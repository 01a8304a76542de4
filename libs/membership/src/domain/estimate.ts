import {
  Exact,
  exact,
  formatLongDate,
  formatPounds,
  refuse,
  type ChargeKind,
  type LocalDate,
  type Pence,
  type Refusal,
} from '#libs/kernel';
import { describePrice, rateLine, vatOn, type Price } from '#libs/pricing';
import { MAX_VOLUMES, quantityFaults } from './volume.js';

/**
 * How much of one meter somebody expects to use in a year: a decimal as text. Of what is not metered it is the units
 * that would be taken.
 */
export interface YearlyVolume {
  readonly meterId: string;
  readonly perYear: string;
}

/** A meter of a framework as it can be estimated on one day. */
export interface MeterToEstimate {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly charge: ChargeKind;
  readonly offeringTitle: string;
  /** Why its offering takes no new members; null when it does. */
  readonly closed: Refusal | null;
  readonly vatTreatment: string;
  /** A fraction: 0.2 is 20%. */
  readonly vatRate: Exact;
  /** The price version that holds on the day; null when none does. */
  readonly current: { readonly id: string; readonly price: Price } | null;
}

/** What one meter would cost. */
export interface EstimateLine {
  readonly meterId: string;
  readonly offeringTitle: string;
  readonly meterTitle: string;
  readonly unit: string;
  readonly charge: ChargeKind;
  /** What was entered: units in a year, or the units taken of what is not metered. */
  readonly perYear: Exact;
  /** The quantity of each month: a twelfth to six decimal places, or the units taken; 0 for what is due once. */
  readonly perMonth: Exact;
  readonly priceVersionId: string;
  /** The price in plain English, a sentence a line. */
  readonly priceWords: readonly string[];
  readonly netPerMonth: Pence;
  readonly netPerYear: Pence;
  readonly vatTreatment: string;
  readonly vatRate: Exact;
}

/** What twelve equal months would cost. */
export interface EstimateFigures {
  readonly lines: readonly EstimateLine[];
  readonly netPerYear: Pence;
  readonly vatPerYear: Pence;
  readonly grossPerYear: Pence;
}

/** An estimate as it was saved. It stays as it is for ever, and names nobody. */
export interface Estimate extends EstimateFigures {
  readonly id: string;
  readonly frameworkId: string;
  readonly bodyId: string | null;
  /** The London date whose prices it is worked out at. */
  readonly savedOn: LocalDate;
  readonly volumes: readonly YearlyVolume[];
}

/**
 * Everything that is wrong with what was entered. A meter that the framework does not have is NOT_FOUND; a volume of 0
 * needs no price.
 */
export const estimateFaults = (
  volumes: readonly YearlyVolume[],
  meters: readonly MeterToEstimate[],
  today: LocalDate,
): readonly Refusal[] => {
  const list = ['volumes'];
  if (volumes.length > MAX_VOLUMES) return [refuse('LIST_TOO_LONG', { max: String(MAX_VOLUMES) }, list)];
  const faults = volumes.flatMap(({ meterId, perYear }, index): readonly Refusal[] => {
    const path = [...list, String(index)];
    const meter = meters.find(({ id }) => id === meterId);
    if (meter === undefined) return [refuse('NOT_FOUND', {}, [...path, 'meterId'])];
    if (volumes.findIndex((other) => other.meterId === meterId) < index)
      return [refuse('VOLUME_TWICE', { meter: meter.title }, [...path, 'meterId'])];
    const field = `The yearly volume of ${meter.title}`;
    const wrong = quantityFaults(field, perYear, [...path, 'perYear']);
    return wrong.length > 0 || isNothing(perYear) ? wrong : meterFaults(meter, today, [...path, 'meterId']);
  });
  if (faults.length > 0 || volumes.some(({ perYear }) => !isNothing(perYear))) return faults;
  return [refuse('ESTIMATE_EMPTY', {}, list)];
};

const isNothing = (perYear: string): boolean => exact(perYear).isZero();

const meterFaults = (
  { title, closed, current }: MeterToEstimate,
  today: LocalDate,
  path: readonly string[],
): readonly Refusal[] => {
  if (closed !== null) return [{ ...closed, path }];
  return current === null
    ? [refuse('PRICE_MISSING', { meter: title, date: formatLongDate(today) }, path)]
    : [];
};

/**
 * Works out twelve equal months, each complete: a month's quantity is a twelfth of the year's, its net is rounded once
 * to the penny, and the year is twelve times that. What is due each month is due for the units taken; what is due once
 * is in the year, and in no month. VAT is on the year's net of each treatment and rate, rounded once.
 * An estimate knows quantities and no single events, so what a price asks for each event is left out. The lines are in
 * the order of the meters. Throws when `estimateFaults` has something to say.
 */
export const workOut = (
  volumes: readonly YearlyVolume[],
  meters: readonly MeterToEstimate[],
): EstimateFigures => {
  const lines = meters.flatMap((meter) => {
    const volume = volumes.find(({ meterId }) => meterId === meter.id);
    return volume === undefined || isNothing(volume.perYear) ? [] : [lineOf(meter, exact(volume.perYear))];
  });
  const netPerYear = lines.reduce((sum, line) => sum + line.netPerYear, 0n);
  const vatPerYear = vatOf(lines, (line) => line.netPerYear);
  return { lines, netPerYear, vatPerYear, grossPerYear: netPerYear + vatPerYear };
};

/** Fifteen digits of pounds, as everywhere that an amount is taken. */
const MOST: Pence = 10n ** 17n - 1n;

/** Why figures are beyond what is kept. */
export const sizeFaults = ({ grossPerYear }: EstimateFigures): readonly Refusal[] =>
  grossPerYear <= MOST
    ? []
    : [refuse('TOO_BIG', { field: 'The cost of a year', max: formatPounds(MOST) }, ['volumes'])];

const MONTHS = 12n;
const MILLIONTHS = Exact.of(1_000_000n);

/** A twelfth, to six decimal places, half away from zero: 1,000 a year are 83.333333 a month. */
export const perMonthOf = (perYear: Exact): Exact =>
  Exact.of(perYear.over(Exact.of(MONTHS)).times(MILLIONTHS).round()).over(MILLIONTHS);

const lineOf = (meter: MeterToEstimate, perYear: Exact): EstimateLine => {
  const { id: meterId, offeringTitle, title: meterTitle, unit, vatTreatment, vatRate, current } = meter;
  if (current === null) throw new Error(`meter ${meterId} has no price to estimate with`);
  const quantity = meter.charge === 'USAGE' ? perMonthOf(perYear) : perYear;
  const { net } = rateLine({
    price: current.price,
    quantity,
    events: 0n,
    final: true,
    alreadyBilled: 0n,
    vatRate,
  });
  const once = meter.charge === 'ONE_TIME';
  return {
    ...{ meterId, offeringTitle, meterTitle, unit, charge: meter.charge, perYear },
    perMonth: once ? Exact.ZERO : quantity,
    ...{ priceVersionId: current.id, priceWords: describePrice(current.price) },
    ...{ netPerMonth: once ? 0n : net, netPerYear: once ? net : net * MONTHS, vatTreatment, vatRate },
  };
};

/** What one of the equal months would cost: as on an invoice of it, VAT is on the month's net of each treatment and rate. */
export const oneMonthOf = ({ lines }: EstimateFigures): { net: Pence; vat: Pence; gross: Pence } => {
  const net = lines.reduce((sum, line) => sum + line.netPerMonth, 0n);
  const vat = vatOf(lines, (line) => line.netPerMonth);
  return { net, vat, gross: net + vat };
};

const vatOf = (lines: readonly EstimateLine[], netOf: (line: EstimateLine) => Pence): Pence => {
  const nets = new Map<string, { rate: Exact; net: Pence }>();
  for (const line of lines) {
    const group = `${line.vatTreatment} ${line.vatRate.toDecimalString()}`;
    nets.set(group, { rate: line.vatRate, net: (nets.get(group)?.net ?? 0n) + netOf(line) });
  }
  return [...nets.values()].reduce((sum, { rate, net }) => sum + vatOn(net, rate), 0n);
};
