import { mayDo, type Permission } from '#libs/directory';
import type { CreditNote, Invoice } from '#libs/billing';
import type { Caller } from '../graphql/index.js';
import type { DocumentAction } from './enums.js';

/** What whoever asks may do with a document now; the actions check it again. */
export const actionsOn = ({ actor, roles }: Caller, document: Invoice | CreditNote): DocumentAction[] => {
  const may = (permission: Permission): boolean => mayDo(roles, permission);
  const ownLead = actor.identity.capacity === 'LEAD' && actor.identity.bodyId === document.leadId;
  if (!ownLead) return [];
  const own = document.preparedBy === actor.identity.personId;
  if (document.state === 'DRAFT') return may('invoice:approve') && !own ? ['APPROVE'] : [];
  if (document.state === 'APPROVED') return may('invoice:issue') ? ['ISSUE'] : [];
  return document.state === 'ISSUED' && 'dueOn' in document && may('billing:prepare') ? ['CREDIT'] : [];
};
