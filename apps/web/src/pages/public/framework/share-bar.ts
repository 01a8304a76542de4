/** A share as a bar of an SVG image that is `BAR_WIDTH` wide. */
export interface ShareBar {
  readonly width: number;
  /** How far it is filled: at least a visible sliver when there is anything, and never beyond its end. */
  readonly filled: number;
}

const BAR_WIDTH = 600;
const SLIVER = 4;

/** From a share in per cent as the API gives it, such as `12.34`. */
export const shareBar = (percent: string): ShareBar => {
  const share = Number(percent) / 100;
  const length = Math.round(share * BAR_WIDTH);
  return { width: BAR_WIDTH, filled: share <= 0 ? 0 : Math.min(Math.max(length, SLIVER), BAR_WIDTH) };
};
