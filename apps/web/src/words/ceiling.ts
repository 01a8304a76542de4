/** How much of a framework's ceiling is drawn down. */
export const ceilingWords = {
  title: 'Ceiling drawn down',
  used: (committed: string, total: string) => `${committed} of ${total}`,
  left: (percent: string, left: string) => `${percent}% is committed by call-offs. ${left} is left.`,
  over: (percent: string, over: string) => `${percent}% is committed by call-offs: ${over} over the ceiling.`,
};
