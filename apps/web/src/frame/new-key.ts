import { randomUUID } from 'node:crypto';

/** A key for a form that is shown for the first time: however often it is sent, it does its work once. */
export const newKey = (): string => randomUUID();
