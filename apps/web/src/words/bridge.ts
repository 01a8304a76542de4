import { money, quantity } from '../formats/money.js';

/** A reason why a bill differs, as the API gives it. */
export interface BridgeReason {
  readonly kind: string;
  readonly amount: { readonly amount: string };
  readonly callOffReference: string | null;
  readonly offeringTitle: string | null;
  readonly meterTitle: string | null;
  /** Which service it is about, and how much more of it was used; null where it is about none. */
  readonly more: string | null;
}

/** `Payslips` within a sentence; `ICT tickets` stays as it is. */
const within = (title: string): string =>
  /^[A-Z][A-Z]/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

const size = (amount: string): string => amount.replace('-', '');
const change = (amount: string): string =>
  `${money(size(amount))} ${amount.startsWith('-') ? 'less' : 'more'}`;

const reasonOf = ({ kind, more, meterTitle, offeringTitle }: BridgeReason): string => {
  const meter = within(meterTitle ?? '');
  switch (kind) {
    case 'VOLUME':
      return `${quantity(size(more ?? '0'))} ${more?.startsWith('-') ? 'fewer' : 'more'} ${meter}`;
    case 'PERIOD':
      return `${meterTitle} for other days of the month, or for a month that is not over`;
    case 'PRICE':
      return `A different price for ${meter}`;
    case 'NEW_SERVICE':
      return `New on this bill: ${offeringTitle}, ${meter}`;
    case 'ENDED_SERVICE':
      return `Not on this bill any more: ${offeringTitle}, ${meter}`;
    case 'EARLIER_MONTHS':
      return `For other months, late or changed: ${meter}`;
    case 'EARLIER_MONTHS_GONE':
      return `The last bill had something for other months, not repeated: ${meter}`;
    case 'CREDITS':
      return 'Credit notes that came with this bill';
    case 'CREDITS_GONE':
      return 'Credit notes that came with the last bill, not repeated';
    default:
      return meterTitle ?? kind;
  }
};

export const bridgeWords = {
  title: 'Why this is different from last month',
  titleOf: (month: string) => `Why this is different from ${month}`,
  caption: 'From the bill before to this one, excluding VAT',
  reason: 'What changed',
  callOff: 'Call-off',
  amount: 'Excluding VAT',
  start: (number: string) => `The bill before (${number})`,
  end: 'This bill',
  /** `48 more payslips: £212.16 more` */
  sentence: (reason: BridgeReason) => `${reasonOf(reason)}: ${change(reason.amount.amount)}`,
  same: 'Nothing changed: both bills come to the same, service by service.',
  first: 'This is the first bill, so there is none before it to compare it with.',
};
