interface DatabaseFault {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly driverError?: { readonly code?: unknown; readonly constraint?: unknown };
}

/** The SQLSTATE of what a statement threw; '' when it is something else. */
export const sqlState = (error: unknown): string => {
  const fault = error as DatabaseFault | null | undefined;
  const code = fault?.driverError?.code ?? fault?.code;
  return typeof code === 'string' ? code : '';
};

/** The constraint that a statement broke, so that an action can answer with its rule. */
export const brokenConstraint = (error: unknown): string | null => {
  const fault = error as DatabaseFault | null | undefined;
  const name = fault?.driverError?.constraint ?? fault?.constraint;
  return typeof name === 'string' ? name : null;
};
