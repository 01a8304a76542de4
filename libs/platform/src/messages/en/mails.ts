/** Every mail's subject and text by code. Words between braces are filled in. */
export const mails = {
  SIGN_IN_CODE: {
    subject: 'Your Accede sign-in code: {code}',
    text: `Your sign-in code is {code}

It can be used once and ends at {until}.

If you did not ask for it, you can ignore this email. Nobody can sign in without the code.`,
  },
  OPT_IN_SUBMITTED: {
    subject: 'Opt-in {reference} was submitted',
    text: `{body} submitted opt-in {reference} for {framework}.

{lead} will review it by {due}.`,
  },
  OPT_IN_APPROVED: {
    subject: 'Opt-in {reference} was approved',
    text: `{lead} approved opt-in {reference} for {framework}.

Next: read and sign the access agreement.`,
  },
  AGREEMENT_SIGNED: {
    subject: 'Access agreement signed by {body}',
    text: `{signer}, {role}, signed the access agreement (version {version}) for {body}.

Fingerprint of the text (SHA-256): {sha256}

{lead} will countersign it next.`,
  },
  AGREEMENT_COUNTERSIGNED: {
    subject: 'Access agreement is in force for {body}',
    text: `{lead} countersigned the access agreement (version {version}) with {body}.

You can now award call-offs.`,
  },
  INVOICE_ISSUED: {
    subject: 'Invoice {number} from {lead}',
    text: `{lead} issued invoice {number} for {period}.

Amount due: {gross}
Due on: {due}

Use {number} as the reference when you pay.`,
  },
  CREDIT_NOTE_ISSUED: {
    subject: 'Credit note {number} from {lead}',
    text: `{lead} issued credit note {number} against invoice {invoice}.

Amount credited: {gross}`,
  },
  INVOICE_VOIDED: {
    subject: 'Invoice {number} from {lead} is void',
    text: `{lead} voided invoice {number} of {gross}. Do not pay it. Its lines are billed again with the next bill.

The reason:
{reason}`,
  },
  DISPUTE_RAISED: {
    subject: '{member} disputes a line of invoice {number}',
    text: `{member} disputes {net} excluding VAT of this line of invoice {number}:
{line}

The reason:
{reason}

What is disputed is not asked for until it is decided. The rest of the invoice stays payable.`,
  },
  ERROR_REPORTED: {
    subject: '{member} reports an error on invoice {number}',
    text: `{member} reports an error of {net} excluding VAT on this line of invoice {number}:
{line}

The reason:
{reason}

The invoice stays payable until the report is decided.`,
  },
  DISPUTE_UNDER_REVIEW: {
    subject: 'Your dispute of invoice {number} is under review',
    text: `{lead} has begun to review your dispute of invoice {number}.`,
  },
  DISPUTE_DECIDED: {
    subject: 'Your dispute of invoice {number} is {decision}',
    text: `{lead} has decided your dispute of invoice {number}: it is {decision}.

The reason:
{reason}

{next}`,
  },
  DISPUTE_WITHDRAWN: {
    subject: '{member} withdrew its dispute of invoice {number}',
    text: `{member} withdrew its dispute of {net} excluding VAT on invoice {number}.`,
  },
  DISPUTE_ESCALATED: {
    subject: '{member} escalated its dispute of invoice {number}',
    text: `{member} does not accept what was decided of its dispute of {net} excluding VAT on invoice {number}.

The reason:
{reason}

Somebody who has not decided it before decides it now.`,
  },
  DEBIT_NOT_PAID: {
    subject: 'The direct debit for invoice {number} was not paid',
    text: `The direct debit of {amount} from {body} for invoice {number} came to nothing.

What the bank says: {why}

The invoice is owed as before.`,
  },
  STRIPE_DIFFERENCES: {
    subject: 'Stripe and Accede differ on {day}',
    text: `Stripe's list was compared with ours on {day}, and they differ in {count}.

Each difference is named on the page of payments through Stripe. Nothing was changed by the comparison.`,
  },
  USAGE_RETURN_SENT_BACK: {
    subject: 'The usage return of {body} for {period} was sent back',
    text: `Finance sent back the usage return of {body} for {period}:

{note}

Look at it again and replace it. Until then it counts as missing, and the bills of {period} wait for it.`,
  },
  BILLING_PARKED: {
    subject: 'The bill of {body} for {period} is parked',
    text: `The bill of {body} for {period} could not be drafted.

{why}

Put it right and try this member again on the page of the run. The other members' bills are not affected.`,
  },
  INVOICE_WARNINGS: {
    subject: 'Before {lead} sends your invoice for {period}',
    text: `{lead} is preparing your invoice for {period}.

{warnings}

Your purchase orders are on the page of each service, where you can add another one.`,
  },
} as const;
