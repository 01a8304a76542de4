import type { Meter, ReadCatalogue } from '#libs/catalogue';
import type { Tx } from '#libs/platform';

/** What of these offerings is metered: of the rest a call-off says how much it takes, so no volume of a year is asked. */
export const meteredOf = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  offeringIds: readonly string[],
): Promise<readonly Meter[]> =>
  (await catalogue.meters(tx, offeringIds)).filter(({ charge }) => charge === 'USAGE');
