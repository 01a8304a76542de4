/** How the fields of a price are called in a sentence about what is wrong with them. */
export const priceFieldNames = (tiers: number): Readonly<Record<string, string>> => ({
  startsOn: 'the first day',
  'price.amount': 'the amount for each month',
  'price.unit': 'the price',
  'price.size': 'the units in a package',
  'price.rate': 'the percentage',
  'price.fixed': 'the amount for each event',
  'price.freeEvents': 'the events that cost nothing',
  'price.freeUnits': 'the units that cost nothing',
  'price.minimum': 'the least for each month',
  'price.maximum': 'the most for each month',
  ...Object.fromEntries<string>(
    Array.from({ length: tiers }, (_, row): [string, string][] => [
      [`price.tiers.${row}.upTo`, `the limit of tier ${row + 1}`],
      [`price.tiers.${row}.unit`, `the unit price of tier ${row + 1}`],
      [`price.tiers.${row}.flat`, `the flat amount of tier ${row + 1}`],
    ]).flat(),
  ),
});
