const IN_THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * A number as people type it (`£47,000,000`, `1 250.50`, `.5`), as the API takes it (`47000000`, `1250.50`, `0.5`).
 * A comma parts thousands only: `1,5` is left as it is, for the API to refuse, because somebody may mean one and a half.
 */
export const typedNumber = (typed: string): string => {
  const text = typed.replace(/[£\s]/g, '');
  const plain = IN_THOUSANDS.test(text) ? text.replaceAll(',', '') : text;
  return plain.replace(/^(-?)0+(?=\d)/, '$1').replace(/^(-?)\./, '$10.');
};
