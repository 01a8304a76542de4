/** How pages call what is next with a run. */
export const runStages = {
  PREPARING: 'Being prepared',
  STOPPED: 'Stopped',
  TO_APPROVE: 'To approve',
  TO_ISSUE: 'To issue',
  ISSUED: 'Issued',
  EMPTY: 'Nothing to bill',
};
