import { fromPublicId, toPublicId, type IdKind } from '#libs/kernel';

/** Kinds of things that records are about, as the chains name them, and what their public ids are ids of. */
export const subjectKinds: Readonly<Record<string, IdKind>> = {
  agreement: 'agreement',
  agreementVersion: 'agreementVersion',
  bankStatement: 'bankStatement',
  billingRun: 'billingRun',
  body: 'body',
  callOff: 'callOff',
  creditNote: 'creditNote',
  discount: 'discount',
  dispute: 'dispute',
  framework: 'framework',
  invoice: 'invoice',
  offering: 'offering',
  optIn: 'optIn',
  person: 'person',
  'price-version': 'priceVersion',
  purchaseOrder: 'purchaseOrder',
  quarantine: 'quarantine',
  receipt: 'receipt',
  receiptAllocation: 'allocation',
  usageKey: 'usageKey',
  usageRecord: 'usageRecord',
  usageReturn: 'usageReturn',
  usageReturnUpload: 'usageReturnUpload',
  'volume-band': 'volumeBand',
};

/** The public id of what a record is about; null when it is about no one thing. */
export const toSubjectId = (kind: string, id: string | null): string | null => {
  const idKind = subjectKinds[kind];
  return id === null || idKind === undefined ? null : toPublicId(idKind, id);
};

/** What a public id names, whatever it is an id of; null when no record can be about it. */
export const readSubject = (publicId: string): { kind: string; id: string } | null => {
  for (const [kind, idKind] of Object.entries(subjectKinds)) {
    const id = fromPublicId(idKind, publicId);
    if (id !== null) return { kind, id };
  }
  return null;
};
