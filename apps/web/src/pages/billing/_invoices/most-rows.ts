/** The most invoices that a file of the list holds. */
export const MOST_ROWS = 2000;
