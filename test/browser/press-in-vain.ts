import { expect } from '@jest/globals';
import type { Stack } from '../stack.js';
import type { Visitor } from './visitor.js';

/** Sends a form that is to be refused, shows that nothing changed, and answers what the summary at the top says. */
export const pressInVain = async (stack: Stack, visitor: Visitor, button: string): Promise<string[]> => {
  await stack.jobsDone();
  const before = await stack.fingerprint();
  await visitor.press(button);
  expect(await visitor.page.title()).toMatch(/^Error: /);
  expect(await stack.fingerprint()).toBe(before);
  return visitor.page.getByRole('alert').getByRole('listitem').allInnerTexts();
};
