import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { BridgeKind, ExplainedBridge } from '#libs/billing';
import { toPublicId } from '#libs/kernel';
import { DecimalScalar, Money, PeriodType, toMoney, toPeriod } from '../graphql/index.js';
import { BridgeKindEnum } from './enums.js';

@ObjectType('BillBridgeRow', { description: 'One reason why a bill differs from the one before.' })
export class BillBridgeRowType {
  @Field(() => BridgeKindEnum, { description: 'The reason.' })
  kind!: BridgeKind;

  @Field(() => Money, { description: 'What it adds, without VAT; below 0 it takes off. Never 0.' })
  amount!: Money;

  @Field(() => String, {
    nullable: true,
    description: 'The reference of the call-off; null for credit notes.',
  })
  callOffReference!: string | null;

  @Field(() => String, { nullable: true, description: 'The offering; null for credit notes.' })
  offeringTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'What is metered; null for credit notes.' })
  meterTitle!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was used in the month before; null where no use is compared.',
  })
  quantityBefore!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was used in this month; null where no use is compared.',
  })
  quantityAfter!: string | null;
}

@ObjectType('BillBridge', {
  description: 'Why a bill differs from the one before, without VAT: the start and all rows come to the end.',
})
export class BillBridgeType {
  @Field(() => ID, { description: 'The invoice before.' })
  previousId!: string;

  @Field(() => String, { description: 'Its number.' })
  previousNumber!: string;

  @Field(() => PeriodType, { description: 'Its month.' })
  previousPeriod!: PeriodType;

  @Field(() => Money, {
    description: 'What the bill before came to: its invoice, less credit notes with it.',
  })
  start!: Money;

  @Field(() => [BillBridgeRowType], { description: 'The reasons, service by service.' })
  rows!: BillBridgeRowType[];

  @Field(() => Money, { description: 'What this bill comes to: its lines, less credit notes with it.' })
  end!: Money;
}

export const toBridge = ({ previous, start, rows, end }: ExplainedBridge): BillBridgeType => ({
  previousId: toPublicId('invoice', previous.id),
  previousNumber: previous.number ?? '',
  previousPeriod: toPeriod(previous.period),
  start: toMoney(start),
  rows: rows.map(({ kind, amount, names, quantities }) => ({
    kind,
    amount: toMoney(amount),
    callOffReference: names?.callOffReference ?? null,
    offeringTitle: names?.offeringTitle ?? null,
    meterTitle: names?.meterTitle ?? null,
    quantityBefore: quantities?.before.toDecimalString() ?? null,
    quantityAfter: quantities?.after.toDecimalString() ?? null,
  })),
  end: toMoney(end),
});
