import { describe, expect, it } from '@jest/globals';
import { leftOnLines } from './left-on-lines.js';

const net = (amount: string) => ({ net: { amount } });

describe('what is left to credit', () => {
  it('is the line less what was credited on it', () => {
    const left = leftOnLines(
      [
        { id: 'lin_1', ...net('5321.68') },
        { id: 'lin_2', ...net('193.20') },
      ],
      [
        { invoiceLineId: 'lin_1', ...net('21.68') },
        { invoiceLineId: 'lin_1', ...net('300.00') },
        { invoiceLineId: 'lin_9', ...net('1.00') },
      ],
    );
    expect([...left]).toEqual([
      ['lin_1', '5000.00'],
      ['lin_2', '193.20'],
    ]);
  });
});
