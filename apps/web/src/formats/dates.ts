import { formatLongDate, localDate } from '#libs/kernel';

const instantWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** A date of the API as people read it: `2026-09-27` → `27 September 2026`. */
export const date = (text: string): string => formatLongDate(localDate(text));

/** A moment of the API as London's clock says it: `27 September 2026 at 10:42am`. */
export const instant = (text: string): string => {
  const parts = Object.fromEntries(
    instantWords.formatToParts(new Date(text)).map(({ type, value }) => [type, value]),
  );
  const half = (parts['dayPeriod'] ?? '').toLowerCase();
  return `${parts['day']} ${parts['month']} ${parts['year']} at ${parts['hour']}:${parts['minute']}${half}`;
};

/** A month as people read it, from `2026-09` or any date in it: `September 2026`. */
export const month = (text: string): string => date(`${text.slice(0, 7)}-01`).replace(/^1 /, '');

/** A period of the API, whose end is the day after: `1 to 30 September 2026`, or the month when it is one. */
export const period = ({ start, end }: { readonly start: string; readonly end: string }): string => {
  const last = new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const whole = start.endsWith('-01') && end.endsWith('-01') && last.slice(0, 7) === start.slice(0, 7);
  return whole ? month(start) : `${date(start)} to ${date(last)}`;
};
