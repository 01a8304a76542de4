/** What was typed in a form: its fields by name. */
export type Typed = Readonly<Record<string, string | undefined>>;

/**
 * A date from its three boxes (`name-day`, `name-month`, `name-year`): `2026-09-27`, null when all are empty. What is no
 * date is put together as it was typed, so that the API refuses it in its own words.
 */
export const dateIn = (form: Typed, name: string): string | null => {
  const part = (box: string): string => form[`${name}-${box}`]?.trim() ?? '';
  const [day, month, year] = [part('day'), part('month'), part('year')];
  if (day === '' && month === '' && year === '') return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** The three boxes of a date that is known. */
export const boxesOf = (name: string, date: string | null | undefined): Typed => {
  const [year, month, day] = (date ?? '').split('-');
  if (!year || !month || !day) return {};
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  };
};
