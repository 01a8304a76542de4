/** What a test orders of the host, by the name of the order. `service` and `web` are numbers that `start…` answered. */
export interface Orders {
  readonly startService: {
    readonly order: { readonly settings: Readonly<Record<string, string>> };
    readonly answer: { readonly service: number; readonly url: string };
  };
  readonly stopService: { readonly order: { readonly service: number }; readonly answer: null };
  readonly lookAfterStripe: { readonly order: { readonly service: number }; readonly answer: null };
  readonly appointOperator: {
    readonly order: { readonly service: number; readonly email: string; readonly name: string };
    readonly answer: null;
  };
  readonly startWeb: {
    readonly order: { readonly settings: Readonly<Record<string, string>> };
    readonly answer: { readonly web: number; readonly url: string };
  };
  readonly stopWeb: { readonly order: { readonly web: number }; readonly answer: null };
}

export type OrderName = keyof Orders;
export type Order<N extends OrderName> = Orders[N]['order'];
export type AnswerTo<N extends OrderName> = Orders[N]['answer'];
