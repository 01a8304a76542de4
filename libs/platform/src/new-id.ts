import { v4, v7 } from 'uuid';

/** A new id: random, and rising with time so that indexes grow at one end. */
export const newId = (): string => v7();

/** An id that nobody can guess, and that tells no time: 122 random bits. For what is shown to whoever has its id. */
export const randomId = (): string => v4();
