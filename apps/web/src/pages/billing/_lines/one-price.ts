interface Step {
  readonly quantity: string | null;
  readonly unit: string | null;
}

/** The price of each unit where the whole quantity has the same one; null where the working says more than that. */
export const onePrice = (steps: readonly Step[]): string | null => {
  const [step, ...others] = steps;
  return step && others.length === 0 && step.quantity !== null ? step.unit : null;
};
