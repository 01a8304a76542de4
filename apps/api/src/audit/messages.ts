import type { Role } from '#libs/directory';
import type { Json } from '#libs/platform';
import { roleWords } from '../auth/messages.js';

/**
 * What each action of the audit trail did, in a sentence. `{who}` is a person's name, the service or a usage key;
 * `{person}` and `{roles}` say to whom it was done, and which roles it is about.
 */
export const auditSentences: Readonly<Record<string, string>> = {
  // Opt-ins and agreements
  'optIn.start': '{who} started the opt-in.',
  'optIn.saveTask': '{who} saved a task of the opt-in.',
  'optIn.submit': '{who} submitted the opt-in.',
  'optIn.startReview': '{who} began to review the opt-in.',
  'optIn.approve': '{who} approved the opt-in.',
  'optIn.return': '{who} returned the opt-in with questions.',
  'optIn.decline': '{who} declined the opt-in.',
  'optIn.pause': '{who} paused the opt-in.',
  'optIn.resume': '{who} took the opt-in up again.',
  'optIn.withdraw': '{who} withdrew the opt-in.',
  'optIn.convert': '{who} called off a service of the opt-in.',
  'agreementVersion.publish': '{who} published a version of the access agreement.',
  'agreement.sign': '{who} signed the access agreement.',
  'agreement.countersign': '{who} countersigned the access agreement.',

  // Catalogue
  'framework.create': '{who} set up the framework.',
  'framework.publish': '{who} published the framework.',
  'lot.add': '{who} added a lot to the framework.',
  'eligibility-rule.add': '{who} changed who may use the framework.',
  'offering.create': '{who} set up the service.',
  'offering.publish': '{who} published the service.',
  'offering.suspend': '{who} suspended the service.',
  'offering.withdraw': '{who} withdrew the service.',
  'meter.add': '{who} added a meter to the service.',
  'price-version.add': '{who} added a price.',
  'price-version.withdraw': '{who} withdrew a price before it started.',
  'volume-band.add': '{who} added a volume band.',
  'volume-band.withdraw': '{who} withdrew a volume band before it held.',
  'volume-band.reach': 'The volume of all members passed a band.',

  // Call-offs and usage
  'callOff.award': '{who} awarded the call-off.',
  'costSplit.record': '{who} set how charges are split over cost centres.',
  'purchaseOrder.record': '{who} recorded a purchase order.',
  'usage.record': '{who} recorded usage by hand.',
  'usage.explain': '{who} explained usage.',
  'usageReturn.file': '{who} filed the usage return.',
  'usageReturn.replace': '{who} replaced the usage return.',
  'usageReturn.sendBack': '{who} sent the usage return back.',
  'usageReturn.excuse': '{who} let a month be billed without its usage return.',
  'usageReturn.upload': '{who} filed usage returns from a file.',
  'usageKey.create': '{who} made a usage key.',
  'usageKey.revoke': '{who} revoked a usage key.',
  'quarantine.release': '{who} released usage from quarantine.',
  'quarantine.reject': '{who} rejected usage in quarantine.',

  // Shared costs
  'costSharing.switchOn': '{who} chose to share the cost of the service.',
  'costScheme.proposeEstimate': '{who} proposed what a service is expected to cost, and the shares.',
  'costScheme.proposeActual': '{who} proposed what a service did cost, and the shares.',
  'costScheme.agree': '{who} agreed the cost and the shares.',
  'costShare.record': "{who} recorded what is due of the organisation's share of a cost.",

  // Bills and payments
  'discount.propose': '{who} proposed a discount.',
  'discount.approve': '{who} approved the discount.',
  'discount.decline': '{who} declined the discount.',
  'billingRun.prepare': '{who} began the billing run.',
  'billingRun.stop': '{who} stopped the billing run.',
  'billingRun.retry': '{who} had parked members of the billing run tried again.',
  'billing.late-usage-limit-set': '{who} set how much late usage is billed unasked.',
  'lateUsage.approve': '{who} approved that late usage is billed.',
  'billing.smallest-invoice-set': '{who} set the smallest invoice.',
  'invoiceGrouping.choose': '{who} chose how the organisation is invoiced.',
  'invoice.draft': '{who} drafted the invoice.',
  'invoice.withdrawDraft': '{who} took the draft of the invoice back.',
  'invoice.approve': '{who} approved the invoice.',
  'invoice.issue': '{who} issued the invoice.',
  'invoice.void': '{who} voided the invoice.',
  'dispute.raise': '{who} disputed a line of an invoice.',
  'dispute.startReview': '{who} began to review the dispute.',
  'dispute.decide': '{who} decided the dispute.',
  'dispute.withdraw': '{who} withdrew the dispute.',
  'dispute.escalate': '{who} escalated the dispute.',
  'creditNote.draft': '{who} drafted the credit note.',
  'creditNote.withdrawDraft': '{who} took the draft of the credit note back.',
  'creditNote.raise': '{who} raised the credit note.',
  'creditNote.approve': '{who} approved the credit note.',
  'creditNote.issue': '{who} issued the credit note.',
  'receipt.record': '{who} recorded the receipt.',
  'receipt.allocate': '{who} allocated money of a receipt.',
  'bankStatement.import': '{who} imported the bank statement.',
  'paymentMethod.choose': '{who} chose how the organisation pays.',
  'mandate.give': 'The organisation gave its mandate for direct debits to Stripe.',
  'invoice.giveToStripe': '{who} gave the invoice to Stripe to collect.',
  'invoice.debit': '{who} asked Stripe to debit the invoice.',
  'receipt.takeFromStripe': '{who} recorded money that Stripe collected.',
  'receipt.reverse': '{who} reversed a payment that was taken back.',

  // People and bodies
  'workspace.open': '{who} opened the workspace, as {roles}.',
  'person.add': '{who} added {person} as {roles}.',
  'role.grant': '{who} gave {person} a role: {roles}.',
  'role.revoke': '{who} took a role from {person}: {roles}.',
  'operator.appoint': '{who} appointed a platform operator.',
  'lead.appoint': '{who} appointed the lead authority.',
  'lead.details-set': "{who} changed the lead authority's details.",
  'lead.brand-set': "{who} changed the name and colour of the lead authority's pages.",
  'body.add': '{who} added the organisation to the register.',
};

/** Who did it where no person did, by how it was done. */
const others: Readonly<Record<string, string>> = { 'usage-key': 'A usage key', visitor: 'A visitor' };

/** A record as a sentence; `name` is null when no person did it, `actor` says how it was done. */
export const auditSentence = (
  action: string,
  name: string | null,
  actor: string,
  to: { readonly person: string | null; readonly roles: readonly Role[] } = { person: null, roles: [] },
): string => {
  const words: Readonly<Record<string, string>> = {
    who: name ?? others[actor] ?? 'The service',
    person: to.person ?? 'a person',
    roles: to.roles.map((role) => roleWords[role]).join(' and ') || 'somebody with a role',
  };
  return (auditSentences[action] ?? `{who} did ${action}.`).replace(
    /\{(who|person|roles)\}/g,
    (_, word: string) => words[word] ?? '',
  );
};

/** The roles that a record's details tell of. */
export const rolesTold = (details: Json): readonly Role[] => {
  const { roles } = (details ?? {}) as { readonly roles?: unknown };
  return Array.isArray(roles)
    ? roles.filter((role): role is Role => Object.hasOwn(roleWords, String(role)))
    : [];
};
