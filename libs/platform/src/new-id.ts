import { v7 } from 'uuid';

/** A new id: random, and rising with time so that indexes grow at one end. */
export const newId = (): string => v7();
