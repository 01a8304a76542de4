/**
 * Values for arguments whose names and types alone do not say enough, so that a call gets past the checks of its
 * input to the rule of who may do it. A function makes a new value for each call.
 */
export const values: Readonly<Record<string, unknown>> = {};

/** Whole inputs, where only some fields may be given together. */
export const wholes: Readonly<Record<string, unknown>> = {};
