import { Actor } from '#libs/platform';
import type { KeyHolder } from '../persistence/usage-key.repository.js';

/** Whose usage keys a person sees: those of the body that they act for, in the same capacity. */
export const keyHolderOf = ({ identity: { bodyId, capacity } }: Actor): KeyHolder => {
  if (bodyId === null || (capacity !== 'TENANT' && capacity !== 'LEAD'))
    throw new Error('this actor holds no usage keys');
  return { bodyId, capacity };
};

/** The same person, through the door that usage keys lie behind. */
export const throughKeyDoor = ({ identity: { requestId, personId } }: Actor): Actor =>
  Actor.system('usage-key', requestId, personId);
