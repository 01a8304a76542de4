const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const londonDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** When something happened, as London's clock says it: '10:42' today, '10:42 on 3 May 2026' on another day. */
export const timeWords = (at: Date, now: Date): string => {
  const day = londonDay.format(at);
  return day === londonDay.format(now) ? londonTime.format(at) : `${londonTime.format(at)} on ${day}`;
};
