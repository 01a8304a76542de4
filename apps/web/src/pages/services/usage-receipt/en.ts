export const words = {
  title: 'Usage receipt',
  titleOf: (number: string) => `Usage receipt ${number}`,
  receipts: 'Usage received',
  matches: 'The digest was worked out again just now and is the same: everything is there, and as it was.',
  differs:
    'The digest was worked out again just now and differs: something that this receipt stands for was changed. Tell the lead authority.',
  number: 'Number',
  received: 'Received',
  source: 'Source',
  noSource: 'Not kept with this receipt',
  accepted: 'Accepted',
  duplicate: 'Duplicate',
  quarantined: 'Quarantined',
  rejected: 'Rejected',
  digest: 'Digest (SHA-256)',
};
