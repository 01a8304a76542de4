type Callback = (...args: unknown[]) => void;

/** How often the worker looks for what is due at Stripe; it is told when to instead, so that runs are alike and short. */
const HELD_MS = 5_000;

const held = new Set<Callback>();

/** Keeps what this process would do every five seconds for when it is told to. */
export const holdIntervals = (): void => {
  const usual = globalThis.setInterval;
  const holding = (callback: Callback, ms?: number, ...args: unknown[]): NodeJS.Timeout => {
    if (ms !== HELD_MS) return usual(callback, ms, ...args);
    held.add(callback);
    return usual(() => undefined, 2 ** 30);
  };
  globalThis.setInterval = holding as typeof setInterval;
};

/** Does it now. Throws when there is nothing to do: then this process has another idea of how often it looks. */
export const tick = (): void => {
  if (held.size === 0) throw new Error(`nothing is done every ${HELD_MS} ms`);
  for (const callback of held) callback();
};
