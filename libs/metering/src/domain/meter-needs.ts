import { refuse, type Aggregation, type Refusal } from '#libs/kernel';
import type { UsageEvent } from './event.js';

/**
 * Why an event cannot be used on a meter, or null when it carries what the meter needs: a value to tell one counted
 * from another, nothing but itself where events are counted, a quantity for all the others. A correction that
 * withdraws needs to say no more than 0.
 */
export const lackOf = (
  { quantity, valueDigest, corrects }: Pick<UsageEvent, 'quantity' | 'valueDigest' | 'corrects'>,
  aggregation: Aggregation,
): Refusal | null => {
  if (aggregation === 'COUNT') return null;
  if (aggregation !== 'UNIQUE')
    return quantity === null
      ? invalid('data.quantity', 'must be a decimal number as text, like "12.5".')
      : null;
  const withdraws = corrects !== null && quantity === '0';
  return valueDigest === null && !withdraws
    ? invalid('data.value', 'must be text of 1 to 200 characters that tells one counted from another.')
    : null;
};

const invalid = (field: string, why: string): Refusal =>
  refuse('USAGE_EVENT_INVALID', { field, why }, field.split('.'));
