import { describe, expect, it } from '@jest/globals';
import { brandStyle } from './brand-style.js';

describe("a brand's style sheet", () => {
  it('gives the colour and its shades to the custom properties', () => {
    expect(brandStyle('#1f4e4a')).toBe(
      ':root{--govuk-brand-colour:#1f4e4a;--govuk-link-colour:#1f4e4a;--govuk-link-hover-colour:#112b29;' +
        '--govuk-surface-background-colour:#f2f4f4;--govuk-template-background-colour:#f2f4f4;' +
        '--govuk-surface-border-colour:#8fa7a5}\n',
    );
  });

  it.each(['', 'red', '#fff', '#1f4e4a;}body{display:none'])(
    'takes nothing that is no colour: %s',
    (colour) => {
      expect(brandStyle(colour)).toBeNull();
    },
  );
});
