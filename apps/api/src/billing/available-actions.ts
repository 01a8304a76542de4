import { isOpenDispute, type CreditNote, type Dispute, type Invoice } from '#libs/billing';
import { mayDo, type Permission } from '#libs/directory';
import { monthOf, type LocalDate } from '#libs/kernel';
import type { Caller } from '../graphql/index.js';
import type { DisputeAction, DocumentAction } from './enums.js';

/** What whoever asks may do with a document now; the actions check it again. */
export const actionsOn = (caller: Caller, document: Invoice | CreditNote): DocumentAction[] => {
  const { actor, roles } = caller;
  const may = (permission: Permission): boolean => mayDo(roles, permission);
  if (!isOwnLead(caller, document)) return [];
  const own = document.preparedBy === actor.identity.personId;
  if (document.state === 'DRAFT') return may('invoice:approve') && !own ? ['APPROVE'] : [];
  if (document.state === 'APPROVED') return may('invoice:issue') ? ['ISSUE'] : [];
  return document.state === 'ISSUED' && 'dueOn' in document && may('billing:prepare') ? ['CREDIT'] : [];
};

/** Beside these, what may be done with an invoice that was issued; `untouched` when nothing has come of it. */
export const actionsOnIssued = (
  caller: Caller,
  invoice: Invoice,
  { today, untouched }: { readonly today: LocalDate; readonly untouched: boolean },
): DocumentAction[] => {
  const { actor, roles } = caller;
  if (invoice.state !== 'ISSUED' || invoice.issuedOn === null) return [];
  if (isOwnTenant(caller, invoice)) return mayDo(roles, 'dispute:raise') ? ['DISPUTE'] : [];
  const mayVoid =
    isOwnLead(caller, invoice) &&
    mayDo(roles, 'invoice:void') &&
    invoice.issuedBy !== actor.identity.personId &&
    monthOf(invoice.issuedOn).start === monthOf(today).start;
  return mayVoid && untouched ? ['VOID'] : [];
};

/** What whoever asks may do with a dispute now; who decided before does not decide again. */
export const actionsOnDispute = (caller: Caller, dispute: Dispute): DisputeAction[] => {
  const { roles } = caller;
  if (isOwnTenant(caller, dispute)) {
    if (!mayDo(roles, 'dispute:raise')) return [];
    if (isOpenDispute(dispute)) return ['WITHDRAW'];
    return dispute.state === 'REJECTED' || dispute.state === 'PART_UPHELD' ? ['ESCALATE'] : [];
  }
  if (!isOwnLead(caller, dispute) || !mayDo(roles, 'dispute:review') || !isOpenDispute(dispute)) return [];
  return dispute.state === 'OPEN' ? ['REVIEW', 'DECIDE'] : ['DECIDE'];
};

const isOwnLead = ({ actor }: Caller, { leadId }: { readonly leadId: string }): boolean =>
  actor.identity.capacity === 'LEAD' && actor.identity.bodyId === leadId;

const isOwnTenant = ({ actor }: Caller, { tenantId }: { readonly tenantId: string }): boolean =>
  actor.identity.capacity === 'TENANT' && actor.identity.bodyId === tenantId;
