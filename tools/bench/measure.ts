/** One figure of the bench: what we did, against the limit measured in the same run. */
export interface Measure {
  readonly what: string;
  readonly work: string;
  /** In seconds. */
  readonly limit: number;
  readonly ours: number;
  /** limit ÷ ours: 1 is as quick as the limit. */
  readonly ratio: number;
  readonly atLeast: number;
}

export const measure = (
  what: string,
  work: string,
  { limit, ours, atLeast }: { readonly limit: number; readonly ours: number; readonly atLeast: number },
): Measure => ({ what, work, limit, ours, ratio: limit / ours, atLeast });

/** How long something takes, in seconds. */
export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

/** Does each piece of work, so many at a time. */
export const inLanes = async <T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> => {
  let next = 0;
  const lane = async (number: number): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as T, number);
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
};

export const lineOf = ({ what, limit, ours, ratio, atLeast }: Measure): string =>
  `${what}: limit ${limit.toFixed(2)} s, ours ${ours.toFixed(2)} s, ratio ${ratio.toFixed(2)} (at least ${atLeast})${ratio < atLeast ? '  short' : ''}`;
