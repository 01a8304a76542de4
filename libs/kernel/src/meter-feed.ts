/**
 * How the usage of a meter comes: as events, from a sender or typed in; or as one figure a month, which a service
 * manager files in a return. Never both: something would be counted twice.
 */
export const meterFeeds = ['EVENTS', 'RETURN'] as const;
export type MeterFeed = (typeof meterFeeds)[number];
