import { randomBytes } from 'node:crypto';
import { missing } from './refusal.js';
import type { Json } from './shapes.js';

/** A thing as Stripe shows it; references are ids until somebody asks for more. */
export type Thing = { id: string; object: string } & Record<string, Json>;

/** What happened, in the order in which it did. */
export interface Told {
  readonly id: string;
  readonly type: string;
  readonly created: number;
  /** The thing as it was at that moment. */
  readonly snapshot: Json;
}

const PREFIXES: Readonly<Record<string, string>> = {
  customer: 'cus',
  invoice: 'in',
  invoiceitem: 'ii',
  invoice_payment: 'inpay',
  payment_intent: 'pi',
  payment_method: 'pm',
  customer_cash_balance_transaction: 'ccsbtxn',
  dispute: 'dp',
  charge: 'ch',
  setup_intent: 'seti',
  'checkout.session': 'cs_test',
};

/** Everything that the double holds. */
export class Store {
  private things = new Map<string, Thing>();
  readonly events: Told[] = [];
  /** Told at each event. */
  onEvent: (event: Told) => void = () => undefined;

  constructor(private readonly now: () => Date) {}

  get seconds(): number {
    return Math.floor(this.now().getTime() / 1000);
  }

  make(object: string, members: Record<string, Json>): Thing {
    const id = `${PREFIXES[object] ?? 'x'}_${randomBytes(12).toString('hex')}`;
    const thing = { id, object, created: this.seconds, livemode: false, ...members };
    this.things.set(id, thing);
    return thing;
  }

  /** Throws in Stripe's words where there is none. */
  get(object: string, id: Json | undefined, param?: string): Thing {
    const thing = typeof id === 'string' ? this.things.get(id) : undefined;
    if (thing?.object !== object)
      throw missing(
        object.replace('_', ' '),
        typeof id === 'string' ? id : JSON.stringify(id),
        param,
        param === undefined ? 404 : 400,
      );
    return thing;
  }

  find(id: Json | undefined): Thing | undefined {
    return typeof id === 'string' ? this.things.get(id) : undefined;
  }

  /** The newest first, as Stripe lists. */
  all(object: string, fits: (thing: Thing) => boolean = () => true): Thing[] {
    return [...this.things.values()].filter((thing) => thing.object === object && fits(thing)).reverse();
  }

  /** Puts a thing there, or back, as it is: for tests that plant faults. */
  put(thing: Thing): void {
    this.things.set(thing.id, thing);
  }

  delete(id: string): void {
    this.things.delete(id);
  }

  tell(type: string, thing: Thing): void {
    const event = {
      id: `evt_${randomBytes(12).toString('hex')}`,
      type,
      created: this.seconds,
      snapshot: structuredClone(thing),
    };
    this.events.push(event);
    this.onEvent(event);
  }

  save(): string {
    return JSON.stringify({ things: [...this.things.values()], events: this.events.slice(-1000) });
  }

  load(text: string): void {
    const { things, events } = JSON.parse(text) as { things: Thing[]; events: Told[] };
    this.things = new Map(things.map((thing) => [thing.id, thing]));
    this.events.splice(0, this.events.length, ...events);
  }
}
