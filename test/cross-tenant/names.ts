import { randomUUID } from 'node:crypto';
import { toPublicId, type IdKind } from '#libs/kernel';
import type { Reference } from './id-arguments.js';

/** Ids (and other names) of things, by what they name. */
export type Names = Partial<Record<Reference, readonly string[]>>;

const NOT_IDS: readonly Reference[] = ['email', 'paymentReference', 'statementText'];
export const isId = (reference: Reference): reference is IdKind => !NOT_IDS.includes(reference);

/** A bank statement with one row, whose reference names an invoice. */
export const statement = (number: string): string =>
  `date,amount,payer,reference\n2026-05-01,10.00,Somebody,For ${number}\n`;

/** What names nothing, of the first kind that an argument takes. */
export const nobodysId = ([reference]: readonly Reference[]): string => {
  if (reference === undefined) throw new Error('an argument that names nothing');
  if (isId(reference)) return toPublicId(reference, randomUUID());
  const number = `NORTH-2026-${Math.floor(10_000 + Math.random() * 90_000)}`;
  if (reference === 'statementText') return statement(number);
  return reference === 'email' ? `nobody-${randomUUID().slice(0, 8)}@fenhollow.gov.example` : `For ${number}`;
};
