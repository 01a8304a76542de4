import { hash } from 'node:crypto';
import { textFaults } from '#libs/kernel';

const LONGEST_VALUE = 200;

/**
 * What is kept of a value that a meter of different values counts, in place of the value, which may name a person:
 * SHA-256, as hex, of the JSON text `["accede-usage-value",1,lead authority's id,value]`. So whoever knows the values
 * can check the count, and nobody can join what two lead authorities hold. Two values are one when their text is the
 * same to the last character. Null when there is no such text of 1 to 200 characters.
 */
export const valueDigest = (value: unknown, leadId: string): string | null =>
  typeof value === 'string' && textFaults(value, { field: '', path: [], max: LONGEST_VALUE }).length === 0
    ? hash('sha256', JSON.stringify(['accede-usage-value', 1, leadId, value]), 'hex')
    : null;
