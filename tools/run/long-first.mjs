import { statSync } from 'node:fs';

// The longest test files, in the order in which they are begun. One that is begun last would keep the other worker waiting.
const LONGEST = [
  'crash-sweep',
  'cross-tenant',
  'browser/routes',
  'browser/finance',
  'browser/joining',
  'repetition',
  'stripe',
  'browser/services',
  'permissions',
  'membership',
];
const KINDS = ['e2e', 'split', 'deep', 'int'];

const placeOf = ({ path }) => {
  const longest = LONGEST.findIndex((name) => path.includes(`/test/${name}.`));
  if (longest >= 0) return longest;
  const kind = KINDS.findIndex((name) => path.endsWith(`.${name}-spec.js`));
  return LONGEST.length + (kind >= 0 ? kind : KINDS.length);
};

/** Jest's sequencer: the longest files first, on a fresh machine too, where jest remembers no durations. */
export default class LongFirst {
  sort(tests) {
    const sized = tests.map((test) => ({ test, place: placeOf(test), size: statSync(test.path).size }));
    return sized.sort((a, b) => a.place - b.place || b.size - a.size).map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests() {
    return [];
  }

  cacheResults() {
    return undefined;
  }
}
