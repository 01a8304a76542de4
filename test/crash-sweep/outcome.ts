import type { Mailbox } from '../../tools/mailbox/mailbox.js';
import type { StripeDouble } from '../../tools/stripe-double/stripe-double.js';
import { readQueries } from '../invariants.js';
import { atOneMoment } from '../onlooker.js';

/** What came of it all, by kind, each in an order of its own; the same whichever way it came about. */
export type Outcome = Readonly<Record<string, readonly string[]>>;

const KINDS = ['customer', 'invoice', 'invoiceitem', 'payment_intent', 'checkout.session'];
const STANDS = ['status', 'total', 'amount', 'amount_paid', 'amount_received', 'attempt_count'];

/** What Stripe holds: how many things of each kind, and how they stand. */
const atStripe = ({ store }: StripeDouble): string[] =>
  KINDS.flatMap((kind) =>
    store.all(kind).map((thing) => {
      const words = STANDS.map((member) => thing[member]).filter((word) => word !== undefined);
      return `${kind} ${JSON.stringify(words)}`;
    }),
  ).sort();

/** Mails, each once: one that was sent again bears the same id. Whoever signs in gets a code of their own. */
const inTheMail = (mailbox: Mailbox, since: Date): string[] => {
  const mails = new Map(
    mailbox
      .mails()
      .filter(({ at }) => at >= since)
      .map((mail) => [mail.id, mail]),
  );
  return [...mails.values()]
    .filter(({ subject }) => !subject.includes('sign-in code'))
    .map(({ to, subject }) => `${to.join(' ')}: ${subject}`)
    .sort();
};

export const outcomeOf = async (
  adminUrl: string,
  { double, mailbox, since }: { double: StripeDouble; mailbox: Mailbox; since: Date },
): Promise<Outcome> => {
  const queries = await readQueries('test/crash-sweep/outcome.sql');
  const outcome = await atOneMoment(adminUrl, async (ask) => {
    const found: Record<string, readonly string[]> = {};
    for (const { name, sql } of queries) {
      const rows = await ask<{ concat_ws?: string; type?: string }>(`outcome: ${name}`, sql);
      found[name] = rows.map((row) => Object.values(row).join(' ')).sort();
    }
    return found;
  });
  return { ...outcome, 'at Stripe': atStripe(double), mails: inTheMail(mailbox, since) };
};

/** What one has and the other has not, by kind; nothing when they are the same. */
export const differencesBetween = (expected: Outcome, found: Outcome): string[] =>
  Object.entries(expected).flatMap(([name, rows]) => {
    const others = found[name] ?? [];
    if (JSON.stringify(rows) === JSON.stringify(others)) return [];
    return [`${name}: expected ${JSON.stringify(rows)}, found ${JSON.stringify(others)}`];
  });
