/** How long the bar of a ceiling is, in the 400 units of its drawing, from the part that is committed in per cent. */
export const ceilingBar = (committedPercent: string): number =>
  Math.min(400, Math.max(0, Math.round(Number(committedPercent) * 4)));
