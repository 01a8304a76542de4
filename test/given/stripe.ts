import type { Client } from '../client.js';
import { StripeDouble } from '../../tools/stripe-double/stripe-double.js';
import { Stack } from '../stack.js';
import { givenCallOff, givenPurchaseOrder } from './calloffs.js';
import { givenFramework, givenOffering, payslips } from './catalogue.js';
import type { Lead, Member } from './directory.js';
import { givenAgreementVersion, givenMembership } from './membership.js';

export const SECRET_KEY = 'sk_test_double';
export const WEBHOOK_SECRET = 'whsec_double_secret';

/** A double of Stripe, and what is started with the settings that lead to it, which it tells what happens. */
export const givenDouble = async <T extends { readonly url: string }>(
  start: (settings: Readonly<Record<string, string>>) => Promise<T>,
): Promise<{ started: T; double: StripeDouble }> => {
  const double = new StripeDouble({ secretKey: SECRET_KEY });
  const started = await start({
    STRIPE_SECRET_KEY: SECRET_KEY,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_URL: await double.start(),
  });
  double.webhooks.aimAt({ url: `${started.url}/v1/stripe/webhook`, secret: WEBHOOK_SECRET });
  return { started, double };
};

/** A stack whose Stripe is a double of it. */
export const givenStripe = async (): Promise<{ stack: Stack; double: StripeDouble }> => {
  const { started: stack, double } = await givenDouble((settings) => Stack.start(settings));
  return { stack, double };
};

/** Everything that is due is done, here and in what Stripe has to tell. */
export const stripeSettled = async (stack: Stack, double: StripeDouble): Promise<void> => {
  for (let round = 0; round < 5; round += 1) {
    await stack.lookAfterStripe();
    const [row] = await stack.sql<{ jobs: number }>('select count(*)::int as jobs from job');
    await stack.jobsDone(60_000);
    await double.webhooks.idle();
    await stack.jobsDone(60_000);
    // While Stripe is away nothing comes of looking again.
    if (row?.jobs === 0) return;
  }
};

export interface SeenMethod {
  readonly method: string;
  readonly mandate: string;
  readonly mandateUrl: string | null;
  readonly payTo: { readonly sortCode: string; readonly accountNumber: string } | null;
}

const METHOD = 'method mandate mandateUrl isStripeOn payTo { accountName sortCode accountNumber }';

/** A member chooses how it pays. */
export const givenMethod = async (member: Member, lead: Lead, method: string): Promise<SeenMethod> => {
  const finance = await member.as('TENANT_FINANCE');
  const { paymentMethodChoose } = await finance.ok<{ paymentMethodChoose: { paymentMethod: SeenMethod } }>(
    `mutation($input: PaymentMethodChooseInput!) { paymentMethodChoose(input: $input) { paymentMethod { ${METHOD} } userErrors { code message } } }`,
    { input: { leadId: lead.bodyId, method } },
  );
  return paymentMethodChoose.paymentMethod;
};

export const seeMethod = async (finance: Client, leadId: string): Promise<SeenMethod> => {
  const { paymentMethod } = await finance.ok<{ paymentMethod: SeenMethod }>(
    `query($leadId: ID!) { paymentMethod(leadId: $leadId) { ${METHOD} } }`,
    { leadId },
  );
  return paymentMethod;
};

export interface SeenPaid {
  readonly state: string;
  readonly outstanding: { readonly amount: string };
  readonly payments: readonly {
    readonly amount: { readonly amount: string };
    readonly matchedBy: string;
    readonly reversedAt: string | null;
  }[];
  readonly journal: readonly { readonly kind: string }[];
}

/** What somebody sees of an invoice's money. */
export const seePaid = async (client: Client, id: string): Promise<SeenPaid> => {
  const { invoice } = await client.ok<{ invoice: SeenPaid }>(
    'query($id: ID!) { invoice(id: $id) { state outstanding { amount } payments { amount { amount } matchedBy reversedAt } journal { kind } } }',
    { id },
  );
  return invoice;
};

/** How somebody sees an invoice collected, in one line: the way, how far it is, the debits, and when the next is asked for. */
export const seeCollection = async (client: Client, id: string): Promise<string | null> => {
  const { invoice } = await client.ok<{ invoice: { collection: SeenCollection | null } }>(
    'query($id: ID!) { invoice(id: $id) { collection { method state payTo { accountNumber } mandate nextDebitOn debits { amount { amount } state reason } } } }',
    { id },
  );
  const { collection } = invoice;
  if (collection === null) return null;
  const { method, state, payTo, mandate, nextDebitOn, debits } = collection;
  return [
    ...[method, state, `mandate ${mandate}`],
    ...(payTo ? ['account'] : []),
    ...debits.map((debit) => [debit.state, debit.amount.amount, debit.reason ?? ''].join(' ').trim()),
    ...(nextDebitOn === null ? [] : [`next ${nextDebitOn}`]),
  ].join(', ');
};

interface SeenCollection {
  readonly method: string;
  readonly state: string;
  readonly payTo: object | null;
  readonly mandate: string;
  readonly nextDebitOn: string | null;
  readonly debits: readonly {
    readonly amount: { readonly amount: string };
    readonly state: string;
    readonly reason: string | null;
  }[];
}

export interface SeenReconciliation {
  readonly isStripeOn: boolean;
  readonly comparedOn: string | null;
  readonly invoices: number;
  readonly payments: number;
  readonly differences: readonly {
    readonly kind: string;
    readonly invoiceNumber: string | null;
    readonly memberName: string | null;
    readonly stripeId: string | null;
    readonly here: { readonly amount: string } | null;
    readonly there: { readonly amount: string } | null;
  }[];
}

export const seeReconciliation = async (lead: Lead): Promise<SeenReconciliation> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { stripeReconciliation } = await preparer.ok<{ stripeReconciliation: SeenReconciliation }>(
    `query { stripeReconciliation { isStripeOn comparedOn invoices payments
       differences { kind invoiceNumber memberName stripeId here { amount } there { amount } } } }`,
  );
  return stripeReconciliation;
};

/** Members with a call-off each of one service at £4.42 a payslip; answers the call-offs by member. */
export const givenPayers = async (
  lead: Lead,
  members: readonly Member[],
): Promise<ReadonlyMap<Member, string>> => {
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const rules = members.map(({ bodyId }) => ({ bodyId }));
  const { frameworkId, lotId } = await givenFramework(catalogue, rules);
  const { offeringId } = await givenOffering(catalogue, lotId, { meters: [payslips] });
  await givenAgreementVersion(catalogue, frameworkId);
  const callOffs = new Map<Member, string>();
  for (const member of members) {
    await givenMembership(lead, member, { frameworkId, offeringIds: [offeringId] });
    const callOff = await givenCallOff(member, offeringId, { endsOn: '2028-03-31' });
    await givenPurchaseOrder(member, callOff.id, { isExempt: true, startsOn: '2026-04-01' });
    callOffs.set(member, callOff.id);
  }
  return callOffs;
};
