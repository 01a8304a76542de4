import type { Meter, ReadCatalogue } from '#libs/catalogue';
import type { Tx } from '#libs/platform';
import { toMeter, type MeterType, type OfMeter } from './meter.type.js';

/** What belongs to these meters, in three reads however many they are. */
export const loadOfMeters = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  meters: readonly Meter[],
): Promise<OfMeter> => {
  const ids = meters.map(({ id }) => id);
  return {
    versions: await catalogue.priceVersions(tx, ids),
    bands: await catalogue.volumeBands(tx, ids),
    volumes: await catalogue.frameworkVolumes(tx, ids),
  };
};

/** Null when there is none that whoever reads may see. */
export const loadMeter = async (tx: Tx, catalogue: ReadCatalogue, id: string): Promise<MeterType | null> => {
  const meter = await catalogue.meter(tx, id);
  return meter && toMeter(meter, await loadOfMeters(tx, catalogue, [meter]), tx.today);
};
