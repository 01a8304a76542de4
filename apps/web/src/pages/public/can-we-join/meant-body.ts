interface Named {
  readonly name: string;
  readonly shortName: string;
  readonly formerNames: readonly string[];
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** Of the bodies that a search found: the only one, or the only one that bears the very name; null when one must choose. */
export const meantBody = <T extends Named>(text: string, found: readonly T[]): T | null => {
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const exact = found.filter(({ name, formerNames }) =>
    [name, ...formerNames].some((one) => plain(one) === plain(text)),
  );
  return exact.length === 1 ? (exact[0] ?? null) : null;
};
