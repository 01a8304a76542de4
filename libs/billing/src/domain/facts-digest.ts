import { createHash } from 'node:crypto';

/**
 * SHA-256 over all that a bill is worked out from. Where it is the same as when the drafts were written, working them out
 * again would write the same: the arithmetic takes nothing else. Usage itself is not in it but the newest receipt, because
 * no usage changes without one. `RULES` is raised when the arithmetic changes what it makes of the same facts.
 */
export const factsDigest = (facts: object): Buffer =>
  createHash('sha256').update(RULES).update(JSON.stringify(facts, plain)).digest();

const RULES = 'bills 1\n';

const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Map) return [...value].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value;
};
