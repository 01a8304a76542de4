import { fieldsOf, namesOfRows, rowsOf, sharesIn } from './share-rows.js';

const share = (costCentre: string, percent: string) => ({ costCentre, subjectiveCode: '', percent });

describe('the rows of a split', () => {
  it('are read without those that are empty, with a per cent sign or without', () => {
    const form = {
      ...fieldsOf([share('A1', '60'), share('', ''), share('B2', ' 40 % '.trim())]),
      'shares.4.percent': '  ',
    };
    expect(sharesIn(form)).toEqual({ shares: [share('A1', '60'), share('B2', '40')], rows: [0, 2] });
  });

  it('have four empty ones below, and never more than fifty in all', () => {
    expect(rowsOf({})).toEqual([0, 1, 2, 3]);
    expect(rowsOf(fieldsOf([share('A1', '100')]))).toEqual([0, 1, 2, 3, 4]);
    const full = fieldsOf(Array.from({ length: 50 }, () => share('A1', '2')));
    expect(rowsOf(full)).toHaveLength(50);
  });

  it('keep what is wrong with a share at its own row', () => {
    expect(namesOfRows([0, 2])['shares.1.percent']).toBe('shares.2.percent');
    expect(namesOfRows([])).toEqual({});
  });
});
