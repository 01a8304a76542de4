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

  it('keeps a text with a return in one cell', () => {
    expect(csvOf([{ cell: { text: 'a\rb' } }])).toBe('cell\r\n"a\rb"\r\n');
  });

  it('has the columns of the first row; what a later row does not have is empty', () => {
    const rows = [{ a: { text: 'x' }, b: { number: '12.50' } }, { b: { number: '-3' } }];
    expect(csvOf(rows)).toBe('a,b\r\nx,12.50\r\n,-3\r\n');
    expect(csvOf([])).toBe('\r\n');
  });

  it.each(['=1', '1e5', 'a1', '1a', '1.', '.5', '+1', '1,5', ''])(
    'takes no text for a number: %j',
    (number) => {
      expect(() => csvOf([{ cell: { number } }])).toThrow('not a number');
    },
  );
});
