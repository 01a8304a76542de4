/** How the usage of a period becomes one quantity. docs/prices.md says exactly how each one is worked out. */
export const aggregations = ['SUM', 'COUNT', 'MAX', 'LAST', 'UNIQUE', 'TIME_WEIGHTED'] as const;
export type Aggregation = (typeof aggregations)[number];

/**
 * Whether what the days of a period come to, added up, is what the period comes to. The others are read from the whole
 * month at once, so a price can change only between two months.
 */
export const addsUpByDay = (aggregation: Aggregation): boolean =>
  aggregation === 'SUM' || aggregation === 'COUNT';
