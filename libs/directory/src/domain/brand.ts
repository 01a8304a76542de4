import { refuse, textFaults, type Refusal } from '#libs/kernel';

/** How a lead authority looks on its pages. */
export interface Brand {
  readonly leadId: string;
  /** What the header says. */
  readonly name: string;
  /** '#' and 6 hex digits in small letters: the header behind white words, and links on white. */
  readonly colour: string;
}

type BrandWords = Omit<Brand, 'leadId'>;

const COLOUR = /^#[0-9a-f]{6}$/;
/** WCAG 2.2, success criterion 1.4.3, for words of ordinary size. */
const NEEDED = 4.5;

/** The brand as it is kept: without blanks around it, the colour in small letters. */
export const tidyBrand = ({ name, colour }: BrandWords): BrandWords => ({
  name: name.trim(),
  colour: colour.trim().toLowerCase(),
});

/** The names of what differs; both when there was nothing before. */
export const changedOfBrand = (before: BrandWords | null, after: BrandWords): readonly (keyof BrandWords)[] =>
  (['name', 'colour'] as const).filter((field) => before?.[field] !== after[field]);

/** Everything wrong with a tidied brand. */
export const brandFaults = ({ name, colour }: BrandWords): readonly Refusal[] => [
  ...textFaults(name, { field: 'the name on the pages', path: ['displayName'], max: 100 }),
  ...colourFaults(colour),
];

const colourFaults = (colour: string): readonly Refusal[] => {
  const path = ['colour'];
  if (!COLOUR.test(colour)) return [refuse('COLOUR_FORMAT', {}, path)];
  const ratio = contrastWithWhite(colour);
  return ratio >= NEEDED
    ? []
    : [refuse('COLOUR_CONTRAST', { colour, ratio: ratioText(ratio), needed: String(NEEDED) }, path)];
};

/** The contrast ratio of a colour and white as WCAG 2.2 defines it, from 1 (white) to 21 (black). */
export const contrastWithWhite = (colour: string): number => {
  const channels = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
};

/** To two places; a ratio that falls short never reads as if it were enough. */
const ratioText = (ratio: number): string => Math.min(ratio, NEEDED - 0.01).toFixed(2);
