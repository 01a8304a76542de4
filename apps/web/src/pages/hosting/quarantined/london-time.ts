const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What London's calendar and clock show at an instant: `{ date: '2026-07-01', clock: '10:42' }`. */
export const londonTimeOf = (instant: string): { readonly date: string; readonly clock: string } => {
  const shown = Object.fromEntries(
    parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${shown['year']}-${shown['month']}-${shown['day']}`,
    clock: `${shown['hour']}:${shown['minute']}`,
  };
};

/** The instant at which London shows a date and a time, in UTC; in the hour that comes twice, one of the two. */
export const instantOf = (date: string, clock: string): string => {
  const asUtc = Date.parse(`${date}T${clock}:00Z`);
  const shown = londonTimeOf(new Date(asUtc).toISOString());
  const ahead = Date.parse(`${shown.date}T${shown.clock}:00Z`) - asUtc;
  return new Date(asUtc - ahead).toISOString();
};

/** A time of day as people type it: `9:05` and `09.05` are `09:05`; null when it is none. */
export const clockIn = (typed: string): string | null => {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(typed.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
};
