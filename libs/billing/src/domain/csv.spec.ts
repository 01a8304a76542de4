import { csvOf } from './csv.js';

describe('CSV', () => {
  it('has a header of names, quotes what must be, and ends each line alike', () => {
    const rows = [
      { name: { text: 'Payslips, "core"' }, net: { number: '-1.50' } },
      { name: { text: 'two\nlines' }, net: { number: '0' } },
    ];
    expect(csvOf(rows)).toBe('name,net\r\n"Payslips, ""core""",-1.50\r\n"two\nlines",0\r\n');
  });

  it.each(['=1+1', '+44', '-5', '@x', '\t=1', '\r=1'])('keeps %j from being a formula', (text) => {
    expect(csvOf([{ cell: { text } }])).toContain(`'${text}`);
  });

  it('leaves text alone that begins otherwise, and codes with their zeros', () => {
    expect(csvOf([{ cell: { text: '00123 =1' } }])).toBe('cell\r\n00123 =1\r\n');
  });

  it('takes no text for a number', () => {
    expect(() => csvOf([{ cell: { number: '=1' } }])).toThrow('not a number');
    expect(() => csvOf([{ cell: { number: '1e5' } }])).toThrow('not a number');
  });
});
