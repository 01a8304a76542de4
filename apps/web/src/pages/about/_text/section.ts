/** A part of a page that is only read: a heading, sentences, a list, and links for more. */
export interface Section {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  readonly after?: readonly string[];
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}
