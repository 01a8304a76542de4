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

Put it right and prepare the run again. The other members' bills are not affected.`,
  },
} as const;
