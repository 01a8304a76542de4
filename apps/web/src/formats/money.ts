/** An amount of the API as people read it: `1234.5` → `£1,234.50`, `-3` → `−£3.00`. */
export const money = (amount: string | { readonly amount: string }): string => {
  const text = typeof amount === 'string' ? amount : amount.amount;
  const [pounds = '0', pence = ''] = text.replace('-', '').split('.');
  return `${text.startsWith('-') ? '−' : ''}£${grouped(pounds)}.${pence.padEnd(2, '0')}`;
};

/** A price as people read it, with no more places than it has, and two at least: `4.4200` → `£4.42`, `0.005` → `£0.005`. */
export const price = (amount: string): string => money(trimmed(amount));

/** A quantity as people read it: `1180.000` → `1,180`, `-2.50` → `−2.5`. */
export const quantity = (value: string | number): string => {
  const text = trimmed(String(value));
  const [whole = '0', places] = text.replace('-', '').split('.');
  return `${text.startsWith('-') ? '−' : ''}${grouped(whole)}${places === undefined ? '' : `.${places}`}`;
};

/** A rate of VAT as people read it: `0.20` → `20%`. The text is moved, never computed. */
export const percent = (rate: string): string => {
  const [whole = '0', places = ''] = rate.split('.');
  const digits = `${whole}${places.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = places.slice(2).replace(/0+$/, '');
  return `${digits}${rest === '' ? '' : `.${rest}`}%`;
};

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
