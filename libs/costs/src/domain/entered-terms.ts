import {
  err,
  Exact,
  ok,
  parsePence,
  readDecimal,
  refuse,
  textFaults,
  type Pence,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { bases, type Basis, type SharingTerms } from './scheme.js';

/** How a cost is to be shared, as entered. */
export interface EnteredTerms {
  readonly basis: Basis;
  readonly driver: string | null;
  readonly dampingPercent: string | null;
  readonly tolerancePoints: string;
}

/** What was entered, read; `meterTitle` stands for the driver when a meter tells the figures. */
export const readTerms = (
  { basis, driver, dampingPercent, tolerancePoints }: EnteredTerms,
  meterTitle: string | null,
): Result<SharingTerms> => {
  const damping =
    dampingPercent === null ? null : readPercent(dampingPercent, 'The limit of a change', 'dampingPercent');
  const tolerance = readPercent(tolerancePoints, 'The tolerance', 'tolerancePoints');
  const named = basis === 'DRIVER' ? (driver ?? meterTitle ?? '') : null;
  const faults = [
    ...(bases.includes(basis) ? [] : [refuse('CHOICE_UNKNOWN', { field: 'the basis' }, ['basis'])]),
    ...(named === null
      ? []
      : textFaults(named, { field: 'what the figures count', path: ['driver'], max: 100 })),
    ...(damping instanceof Exact || damping === null ? [] : [damping]),
    ...(tolerance instanceof Exact ? [] : [tolerance]),
  ];
  if (faults.length > 0 || !(tolerance instanceof Exact)) return err(faults);
  return ok({
    basis,
    driver: named,
    dampingPercent: damping instanceof Exact ? damping : null,
    tolerancePoints: tolerance,
  });
};

/** A cost of 0 or more, in pounds. */
export const readCost = (text: string): Pence | Refusal =>
  parsePence(text) ?? refuse('AMOUNT_FORMAT', { field: 'The cost' }, ['cost']);

const HUNDRED = Exact.of(100n);

const readPercent = (text: string, field: string, name: string): Exact | Refusal => {
  const read = readDecimal(text, { maxIntegerDigits: 3, maxPlaces: 2 });
  if (!(read instanceof Exact)) return refuse('AMOUNT_FORMAT', { field }, [name]);
  return read.compare(HUNDRED) > 0 ? refuse('TOO_BIG', { field, max: '100' }, [name]) : read;
};
