/**
 * Ids that leave the system are opaque and say what they name: `inv_` and the uuid's 32 hex digits.
 * Inside, an id is the bare uuid.
 */
const prefixes = {
  body: 'bod',
  person: 'per',
  session: 'ses',
  framework: 'frm',
  lot: 'lot',
  offering: 'off',
  meter: 'mtr',
  priceVersion: 'prv',
  volumeBand: 'vbd',
  estimate: 'est',
  optIn: 'opt',
  agreement: 'agr',
  agreementVersion: 'agv',
  callOff: 'cof',
  purchaseOrder: 'por',
  discount: 'dsc',
  usageKey: 'ukey',
  usageRecord: 'use',
  usageReturn: 'urt',
  usageReturnUpload: 'uru',
  explanation: 'exp',
  quarantine: 'qua',
  billingRun: 'run',
  invoice: 'inv',
  invoiceLine: 'lin',
  creditNote: 'crn',
  creditNoteLine: 'crl',
  dispute: 'dsp',
  journalEntry: 'jnl',
  receipt: 'rcp',
  allocation: 'alc',
  reversal: 'rvl',
  bankStatement: 'bst',
  document: 'doc',
  auditRecord: 'aud',
  leadView: 'lvw',
} as const;

export type IdKind = keyof typeof prefixes;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const toPublicId = (kind: IdKind, uuid: string): string =>
  `${prefixes[kind]}_${uuid.replaceAll('-', '')}`;

/** The uuid that a public id of this kind names, or null when it is of another kind or malformed. */
export const fromPublicId = (kind: IdKind, publicId: string): string | null => {
  const prefix = `${prefixes[kind]}_`;
  if (!publicId.startsWith(prefix)) return null;
  const hex = publicId.slice(prefix.length);
  if (!/^[0-9a-f]{32}$/.test(hex)) return null;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

export const isUuid = (text: string): boolean => UUID.test(text);
