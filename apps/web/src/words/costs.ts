/** What the shares of a cost follow from. */
export const bases = {
  EQUAL: 'The same for everyone, by months',
  FIXED: 'Fixed shares',
  PER_HEAD: 'Population, by months',
  DRIVER: 'A figure of each member',
};

export const stages = { ESTIMATE: 'Estimate', ACTUAL: 'Actual cost' };

export const costStates = {
  ESTIMATED: { text: 'Waits to be agreed', tag: 'govuk-tag--yellow' },
  ACTUAL_PROPOSED: { text: 'Waits to be agreed', tag: 'govuk-tag--yellow' },
  AGREED: { text: 'Agreed, being recorded', tag: 'govuk-tag--blue' },
  APPLIED: { text: 'Agreed', tag: 'govuk-tag--green' },
  REPLACED: { text: 'Replaced', tag: 'govuk-tag--grey' },
};

export const settlements = {
  TRUE_UP: 'Charged or credited to members now',
  CARRY: 'Carried on to the next year’s estimate',
};

/** How shares come about, in sentences. */
export const howShared = {
  damping: (percent: string) => `No share changes by more than ${percent}% of last year’s share.`,
  tolerance: (points: string) =>
    `At the end of the year the shares change only if one of them is more than ${points} percentage points off.`,
  reshared: 'A share was further off than that, so the actual shares hold.',
  kept: 'No share was further off than that, so the estimated shares hold.',
};
