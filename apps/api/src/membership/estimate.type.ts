import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { VatTreatment } from '#libs/catalogue';
import { toPublicId, type ChargeKind, type LocalDate } from '#libs/kernel';
import { oneMonthOf, type Estimate, type EstimateLine } from '#libs/membership';
import { ChargeKindEnum, VatTreatmentEnum } from '../catalogue/enums.js';
import { DecimalScalar, LocalDateScalar, Money, toMoney } from '../graphql/index.js';

@ObjectType('EstimateLine', { description: 'What one meter would cost, with how it is worked out.' })
export class EstimateLineType {
  @Field(() => String, { description: 'The name of the offering.' })
  offeringTitle!: string;

  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => String, { description: 'The name of the meter.' })
  meterTitle!: string;

  @Field(() => String, { description: 'One of what is counted, such as payslip.' })
  unit!: string;

  @Field(() => ChargeKindEnum, { description: 'What makes it due.' })
  charge!: ChargeKind;

  @Field(() => DecimalScalar, {
    description: 'What was entered: units in a year, or the units taken of what is not metered.',
  })
  perYear!: string;

  @Field(() => DecimalScalar, {
    description:
      'The quantity of each month: a twelfth of it to six decimal places, or the units taken; 0 for what is due once.',
  })
  perMonth!: string;

  @Field(() => ID, { description: 'The price version that it is worked out with.' })
  priceVersionId!: string;

  @Field(() => [String], { description: 'That price in plain English, a sentence a line.' })
  priceWords!: readonly string[];

  @Field(() => Money, { description: 'The cost of each month without VAT, rounded once to the penny.' })
  netPerMonth!: Money;

  @Field(() => Money, { description: 'Twelve times that, or what is due once.' })
  netPerYear!: Money;

  @Field(() => VatTreatmentEnum, { description: 'How it is treated for VAT.' })
  vatTreatment!: VatTreatment;

  @Field(() => DecimalScalar, { description: 'The VAT rate as a fraction: 0.2 is 20%.' })
  vatRate!: string;
}

@ObjectType('Estimate', {
  description:
    'What twelve equal months would cost at the prices of one day, with what is due once. Its figures never change. Fixed amounts for single events are left out, because an estimate knows quantities only.',
})
export class EstimateType {
  @Field(() => ID, { description: 'Its id, which cannot be guessed: whoever has it can read the estimate.' })
  id!: string;

  /** For the fields `framework` and `body`; not in the schema. */
  frameworkId!: string;
  bodyId!: string | null;

  @Field(() => LocalDateScalar, { description: 'The date on which it was saved, whose prices it has.' })
  savedOn!: LocalDate;

  @Field(() => [EstimateLineType], {
    description: 'What was entered, offering by offering, 100 at most. Volumes of 0 have no line.',
  })
  lines!: readonly EstimateLineType[];

  @Field(() => Money, { description: 'The cost of a year without VAT.' })
  netPerYear!: Money;

  @Field(() => Money, {
    description: "VAT on the year's net of each treatment and rate, each rounded once to the penny.",
  })
  vatPerYear!: Money;

  @Field(() => Money, { description: 'The cost of a year with VAT.' })
  grossPerYear!: Money;

  @Field(() => Money, { description: 'The cost of each month without VAT.' })
  netPerMonth!: Money;

  @Field(() => Money, {
    description: "VAT on a month's net of each treatment and rate, as on an invoice of that month.",
  })
  vatPerMonth!: Money;

  @Field(() => Money, { description: 'The cost of each month with VAT.' })
  grossPerMonth!: Money;
}

export const toEstimate = ({ id, frameworkId, bodyId, savedOn, ...figures }: Estimate): EstimateType => {
  const month = oneMonthOf(figures);
  return {
    id: toPublicId('estimate', id),
    frameworkId,
    bodyId,
    savedOn,
    lines: figures.lines.map(toLine),
    netPerYear: toMoney(figures.netPerYear),
    vatPerYear: toMoney(figures.vatPerYear),
    grossPerYear: toMoney(figures.grossPerYear),
    netPerMonth: toMoney(month.net),
    vatPerMonth: toMoney(month.vat),
    grossPerMonth: toMoney(month.gross),
  };
};

const toLine = (line: EstimateLine): EstimateLineType => ({
  offeringTitle: line.offeringTitle,
  meterId: toPublicId('meter', line.meterId),
  meterTitle: line.meterTitle,
  unit: line.unit,
  charge: line.charge,
  perYear: line.perYear.toDecimalString(),
  perMonth: line.perMonth.toDecimalString(),
  priceVersionId: toPublicId('priceVersion', line.priceVersionId),
  priceWords: line.priceWords,
  netPerMonth: toMoney(line.netPerMonth),
  netPerYear: toMoney(line.netPerYear),
  vatTreatment: line.vatTreatment as VatTreatment,
  vatRate: line.vatRate.toDecimalString(),
});
