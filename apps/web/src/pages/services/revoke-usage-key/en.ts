import { instant } from '../../../formats/dates.js';

export const words = {
  title: 'Revoke this usage key?',
  usage: 'Usage received',
  keys: 'Usage keys',
  revokeShort: 'Revoke',
  label: 'Key',
  source: 'Source',
  begins: 'Begins with',
  lastUsed: 'Last used',
  never: 'Not used yet',
  lastUsedWords: (at: string) => instant(at),
  what: [
    'From now on nothing that is sent with this key is taken. The system that uses it is told so, and its usage stays with it until it has another key.',
    'Usage that was received before stays as it is. A revoked key cannot be used again.',
  ],
  ended: 'This key cannot be used any more already.',
  revoke: 'Revoke the key',
  keep: 'Keep the key',
  said: { revoked: 'The usage key has been revoked.' },
};
