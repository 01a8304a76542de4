/** A form's fields as they are read: a name that was sent several times, as boxes that are ticked are, has a list. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The values of a field of which any number may be sent. */
export const listIn = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
