/** How people say where a usage return stands. */
export const returnStates = {
  DUE: 'Due',
  LATE: 'Late',
  SUBMITTED: 'Filed, to be explained',
  VALIDATED: 'Filed',
  LOCKED: 'Billed',
  REPLACED: 'Replaced',
} as const;
