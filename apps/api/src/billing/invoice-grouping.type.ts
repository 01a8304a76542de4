import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { ChosenGrouping, InvoiceGrouping } from '#libs/billing';
import type { Body } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import { DateTimeScalar } from '../graphql/index.js';
import { InvoiceGroupingEnum } from './enums.js';

@ObjectType('InvoiceGrouping', { description: 'How a lead authority invoices your body.' })
export class InvoiceGroupingType {
  @Field(() => ID, { description: "The lead authority's body." })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => InvoiceGroupingEnum, { description: 'What your body chose; CONSOLIDATED when it never did.' })
  grouping!: InvoiceGrouping;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was chosen; null when it never was.' })
  chosenAt!: Date | null;
}

export const toInvoiceGrouping = (
  { leadId, grouping, chosenAt }: ChosenGrouping,
  bodies: ReadonlyMap<string, Body>,
): InvoiceGroupingType => ({
  leadId: toPublicId('body', leadId),
  leadName: bodies.get(leadId)?.name ?? '',
  grouping,
  chosenAt,
});
