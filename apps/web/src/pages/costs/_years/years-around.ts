import { addMonths, financialYearOf, type LocalDate } from '#libs/kernel';

/** Last year, this one and the next one: '2026/27'. */
export const yearsAround = (today: LocalDate): readonly string[] =>
  [-12, 0, 12].map((months) => financialYearOf(addMonths(today, months)));
