import { describe, expect, it } from '@jest/globals';
import { figuresIn } from './figures-in.js';

describe('the figures of a return', () => {
  it('are the fields that are named by a meter, without commas', () => {
    const { figures, errorsWith } = figuresIn({ mtr_1: '1,204.5', mtr_2: '0', reason: '7', version: '1' });
    expect(figures).toEqual([
      { meterId: 'mtr_1', quantity: '1204.5' },
      { meterId: 'mtr_2', quantity: '0' },
    ]);
    expect(errorsWith([]).any).toBe(false);
  });

  it('that cannot be read are said once, in their fields, beside what the API says of others', () => {
    const { figures, errorsWith } = figuresIn({ mtr_1: 'many', mtr_2: '', mtr_3: '5' });
    expect(figures.map(({ quantity }) => quantity)).toEqual(['-1', '-1', '5']);
    const errors = errorsWith([
      { message: 'Quantity must be 0 or more.', path: ['input', 'figures', '0', 'quantity'] },
      { message: 'Quantity must be 0 or more.', path: ['input', 'figures', '1', 'quantity'] },
      { message: 'Too many decimals.', path: ['input', 'figures', '2', 'quantity'] },
      { message: 'Enter the reason.', path: ['input', 'reason'] },
    ]);
    expect(errors.list.map(({ text, href }) => `${href} ${text}`)).toEqual([
      '#f-mtr-3 Too many decimals.',
      '#f-reason Enter the reason.',
      '#f-mtr-1 Enter the figure as a number that is 0 or more, like 1,204 or 7.5.',
      '#f-mtr-2 Enter the figure. Enter 0 if there was none.',
    ]);
  });
});
