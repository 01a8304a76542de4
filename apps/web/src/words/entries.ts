const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What is wrong with an entry of a form before anybody can be asked about it; each takes the field's name: `the end date`. */
export const entryWords = {
  missing: (field: string) => `Enter ${field}.`,
  unchosen: (field: string) => `Select ${field}.`,
  date: (field: string) => `${capital(field)} must be a real date, like 27 9 2026.`,
  number: (field: string) => `${capital(field)} must be a number, like 1250 or 12.34.`,
  clock: (field: string) => `${capital(field)} must be a time, like 09:30.`,
  whole: (field: string) => `${capital(field)} must be a whole number, like 90.`,
};
