import { Exact, exact } from '#libs/kernel';
import { typedNumber } from '../../../frame/typed-number.js';

/** What so many residents typically use in a year, in whole units; null where it is not known. */
export const typicalVolume = (residents: number | null, perThousand: string | null): string | null =>
  residents === null || perThousand === null
    ? null
    : Exact.of(
        exact(perThousand)
          .times(exact(String(residents)))
          .over(exact('1000'))
          .round(),
      ).toDecimalString();

/** A number of residents as people type it, such as `90,000`; null when it is none. */
export const readResidents = (text: string): number | null => {
  const digits = typedNumber(text);
  return /^\d{1,8}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null;
};
