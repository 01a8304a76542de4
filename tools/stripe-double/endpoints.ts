import { checkoutEndpoints } from './endpoints-checkout.js';
import { customerEndpoints } from './endpoints-customer.js';
import { invoiceEndpoints } from './endpoints-invoice.js';
import { paymentEndpoints } from './endpoints-payment.js';
import type { Money } from './money.js';
import type { Params, Shapes } from './shapes.js';
import type { Store, Thing } from './store.js';

export interface Around {
  readonly store: Store;
  readonly money: Money;
  /** Where the double itself is reached. */
  readonly url: string;
}

/** A list goes out page by page. */
export interface List {
  readonly list: readonly Thing[];
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `:name` stands for an id. */
  readonly path: string;
  readonly params: Shapes;
  readonly carryOut: (around: Around, params: Params, ids: readonly string[]) => Thing | List | object;
}

/** All that the double can do. Anything else is answered as Stripe answers what it does not know. */
export const endpoints: readonly Endpoint[] = [
  ...customerEndpoints,
  ...checkoutEndpoints,
  ...invoiceEndpoints,
  ...paymentEndpoints,
];
