import type { Client } from './client.js';
import { change } from './change.js';
import { newKey, type Service } from './service.js';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly waiting: number;
  readonly parked: number;
  readonly draftsSha256: string | null;
}
const RUN = 'id state waiting parked draftsSha256';

interface Money {
  readonly amount: string;
}
export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  readonly outstanding: Money;
  readonly dueOn: string;
  readonly auditHead: string;
  readonly memberName: string;
  readonly lines: {
    readonly edges: readonly {
      readonly node: {
        readonly description: string;
        readonly net: Money;
        readonly working: { readonly quantity: string };
      };
    }[];
  };
  readonly journal: readonly {
    readonly memo: string;
    readonly postings: readonly { readonly account: string; readonly amount: Money }[];
  }[];
}
const INVOICE = `id number net { amount } vat { amount } gross { amount } outstanding { amount } dueOn auditHead memberName
  lines(first: 50) { edges { node { description net { amount } working { quantity } } } }
  journal { memo postings { account amount { amount } } }`;

/** The lead authority's monthly run: drafted by one person, approved and issued by another. */
export const billMonth = async (
  service: Service,
  people: { preparer: string; approver: string },
  month: string,
): Promise<void> => {
  const preparer = await service.as(people.preparer);
  const prepared = await change<Run>(preparer, 'billingRunPrepare', 'billingRun', RUN, {
    month,
    idempotencyKey: newKey(),
  });
  const run = await whenPrepared(preparer, prepared.id);
  if (run.parked > 0) throw new Error(`${run.parked} members are parked in the run of ${month}`);
  if (run.draftsSha256 === null) return;
  const approver = await service.as(people.approver);
  await change(approver, 'billingRunApprove', 'billingRun', RUN, {
    billingRunId: run.id,
    contentSha256: run.draftsSha256,
  });
  await change(approver, 'billingRunIssue', 'billingRun', RUN, {
    billingRunId: run.id,
    idempotencyKey: newKey(),
  });
};

const whenPrepared = async (preparer: Client, id: string): Promise<Run> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const { billingRun } = await preparer.ok<{ billingRun: Run }>(
      `query($id: ID!) { billingRun(id: $id) { ${RUN} } }`,
      { id },
    );
    if (billingRun.waiting === 0 && billingRun.state === 'PREPARED') return billingRun;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the billing run was not prepared within a minute');
};

/** The newest invoice that a member was sent. */
export const newestInvoice = async (finance: Client): Promise<Invoice> => {
  const { invoices } = await finance.ok<{ invoices: { edges: { node: Invoice }[] } }>(
    `{ invoices(first: 1) { edges { node { ${INVOICE} } } } }`,
  );
  const invoice = invoices.edges[0]?.node;
  if (!invoice) throw new Error('no invoice was issued');
  return invoice;
};

/** A concession on one line of the oldest invoice: raised by one person, approved and issued by another. */
export const concede = async (
  service: Service,
  people: { preparer: string; approver: string },
  concession: { description: RegExp; net: string; reason: string },
): Promise<void> => {
  const preparer = await service.as(people.preparer);
  const { invoices } = await preparer.ok<{
    invoices: {
      edges: { node: { id: string; lines: { edges: { node: { id: string; description: string } }[] } } }[];
    };
  }>(
    '{ invoices(first: 50) { edges { node { id lines(first: 50) { edges { node { id description } } } } } } }',
  );
  const invoice = invoices.edges.at(-1)?.node;
  const line = invoice?.lines.edges.find(({ node }) => concession.description.test(node.description))?.node;
  if (!invoice || !line) throw new Error('there is no line to concede something on');
  const note = await change<{ id: string; contentSha256: string }>(
    preparer,
    'creditNoteRaise',
    'creditNote',
    'id contentSha256',
    {
      invoiceId: invoice.id,
      lines: [{ invoiceLineId: line.id, net: concession.net }],
      reason: concession.reason,
      idempotencyKey: newKey(),
    },
  );
  const approver = await service.as(people.approver);
  const { id: creditNoteId, contentSha256 } = note;
  await change(approver, 'creditNoteApprove', 'creditNote', 'id', { creditNoteId, contentSha256 });
  await change(approver, 'creditNoteIssue', 'creditNote', 'id', { creditNoteId, idempotencyKey: newKey() });
};

/** Money that came in by BACS, with the invoice's number as its reference. */
export const receive = async (
  preparer: Client,
  payment: { amount: string; receivedOn: string; payer: string; reference: string },
): Promise<void> => {
  await change(preparer, 'receiptRecord', 'receipt', 'id', { ...payment, idempotencyKey: newKey() });
};

/** Has a council pay by bank transfer through Stripe, where there is a Stripe; what is not paid yet is given to it. */
export const payThroughStripe = async (finance: Client): Promise<void> => {
  const { paymentMethods } = await finance.ok<{
    paymentMethods: readonly { leadId: string; isStripeOn: boolean }[];
  }>('{ paymentMethods { leadId isStripeOn } }');
  for (const { leadId, isStripeOn } of paymentMethods)
    if (isStripeOn)
      await change(finance, 'paymentMethodChoose', 'paymentMethod', 'method', {
        leadId,
        method: 'STRIPE_BANK_TRANSFER',
      });
};
