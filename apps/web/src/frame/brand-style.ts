/** A colour between another and black or white: `share` is how much of the other is left. */
const mixed = (colour: string, channel: 0 | 255, share: number): string =>
  `#${[1, 3, 5]
    .map((from) => Number.parseInt(colour.slice(from, from + 2), 16))
    .map((own) => Math.round(own * share + channel * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

/** Only what is a colour comes into a style sheet. */
const COLOUR = /^#[0-9a-f]{6}$/;

/**
 * A lead authority's colour in the places where GOV.UK's style sheet asks for one; null when it is no colour. The
 * colour can be read on white, so words and links on white bear it; backgrounds are hardly tinted.
 */
export const brandStyle = (colour: string): string | null => {
  if (!COLOUR.test(colour)) return null;
  const properties = {
    'brand-colour': colour,
    'link-colour': colour,
    'link-hover-colour': mixed(colour, 0, 0.55),
    'surface-background-colour': mixed(colour, 255, 0.06),
    'template-background-colour': mixed(colour, 255, 0.06),
    'surface-border-colour': mixed(colour, 255, 0.5),
  };
  const lines = Object.entries(properties).map(([name, value]) => `--govuk-${name}:${value}`);
  return `:root{${lines.join(';')}}\n`;
};
