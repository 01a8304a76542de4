import { Field, InterfaceType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { refusals, type RefusalCode, type Result } from '#libs/kernel';
import { refused } from './errors.js';

@InterfaceType('UserError', {
  description: 'Why a request was refused, in words for the person who made it.',
})
export abstract class UserError {
  @Field(() => String, { description: 'The reason, in plain English.' })
  message!: string;

  @Field(() => [String], {
    description: 'The field of the input that it is about; empty when about the whole.',
  })
  path!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'What can be done next; null when the message says it all.',
  })
  nextStep!: string | null;
}

/** Refusals that every operation may meet are top-level errors, not userErrors. */
const TOP_LEVEL: readonly RefusalCode[] = ['NOT_FOUND', 'ROLE_REQUIRED', 'SIGN_IN_REQUIRED'];
const IDEMPOTENT: readonly RefusalCode[] = [
  'IDEMPOTENCY_KEY_REUSED',
  'IDEMPOTENCY_KEY_IN_USE',
  'IDEMPOTENCY_KEY_FORMAT',
];

interface Payload {
  userErrors: readonly UserError[];
}
type PayloadClass = abstract new () => Payload;

/** The payload of one mutation: its own error type with its own codes, always present, empty on success. */
export const PayloadOf = (
  name: string,
  codes: readonly RefusalCode[],
  options: { readonly idempotent?: boolean } = {},
): PayloadClass => {
  const all = [...new Set([...codes, ...(options.idempotent ? IDEMPOTENT : [])])]
    .filter((code) => !TOP_LEVEL.includes(code))
    .sort();
  const codeEnum = Object.fromEntries(all.map((code) => [code, code]));
  if (all.length > 0)
    registerEnumType(codeEnum, {
      name: `${name}ErrorCode`,
      description: `Why ${name} can be refused. More may be added.`,
      valuesMap: Object.fromEntries(all.map((code) => [code, { description: refusals[code] }])),
    });

  @ObjectType(`${name}Error`, {
    implements: () => [UserError],
    description: `A reason why ${name} was refused.`,
  })
  class MutationError extends UserError {
    @Field(() => (all.length > 0 ? codeEnum : String), { description: 'The reason as a stable code.' })
    code!: string;
  }

  @ObjectType({ isAbstract: true })
  abstract class MutationPayload implements Payload {
    @Field(() => [MutationError], { description: 'Every reason why nothing was done; empty on success.' })
    userErrors!: MutationError[];
  }
  return MutationPayload;
};

/** A result as a payload: its value mapped, or its refusals; what belongs at the top level is thrown. */
export const toPayload = async <T, P extends object>(
  result: Result<T>,
  toFields: (value: T) => P | Promise<P>,
): Promise<P & { userErrors: never[] }> => {
  if (result.ok) return { ...(await toFields(result.value)), userErrors: [] };
  const top = result.refusals.find((refusal) => TOP_LEVEL.includes(refusal.code));
  if (top) throw refused(top);
  // On refusal every other field of the payload is null, which each payload declares.
  return { userErrors: result.refusals } as unknown as P & { userErrors: never[] };
};
