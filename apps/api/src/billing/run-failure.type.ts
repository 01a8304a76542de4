import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { RunFailure } from '#libs/billing';
import { toPublicId } from '#libs/kernel';

@ObjectType('BillingRunFailure', { description: 'A document of a run that was left as it was, and why.' })
export class BillingRunFailureType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => ID, { description: 'The invoice or credit note.' })
  documentId!: string;

  @Field(() => String, { description: 'The reason as a stable code.' })
  code!: string;

  @Field(() => String, { description: 'The reason, in plain English.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What can be done next; null when the message says it all.',
  })
  nextStep!: string | null;
}

/** One for each reason of each document. */
export const toFailures = ({ tenantId, document, refusals }: RunFailure): BillingRunFailureType[] =>
  refusals.map(({ code, message, nextStep }) => ({
    memberId: toPublicId('body', tenantId),
    documentId: toPublicId(document.kind, document.id),
    code,
    message,
    nextStep,
  }));
