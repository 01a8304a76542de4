import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  CostShareOfLine,
  CreditNoteContent,
  CreditNoteLine,
  InvoiceContent,
  InvoiceLine,
  Working,
} from '#libs/billing';
import type { VatTreatment } from '#libs/catalogue';
import { toPublicId, type ChargeKind } from '#libs/kernel';
import type { VatGroup } from '#libs/pricing';
import { ArithmeticStepType } from '../catalogue/arithmetic-step.type.js';
import { ChargeKindEnum, VatTreatmentEnum } from '../catalogue/enums.js';
import { ConnectionOf, DecimalScalar, Money, PeriodType, toMoney, toPeriod } from '../graphql/index.js';
import { CostShareOfLineType, toShareOfLine } from './cost-split.type.js';

@ObjectType('VatGroup', {
  description: 'The lines of one VAT treatment and rate, and the VAT on their sum, rounded once.',
})
export class VatGroupType {
  @Field(() => VatTreatmentEnum, { description: 'The treatment.' })
  treatment!: VatTreatment;

  @Field(() => DecimalScalar, { description: 'The rate as a fraction: 0.2 is 20%.' })
  rate!: string;

  @Field(() => Money, { description: 'The sum of the lines without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'The VAT.' })
  vat!: Money;
}

export const toVatGroup = ({ treatment, rate, net, vat }: VatGroup): VatGroupType => ({
  treatment: treatment as VatTreatment,
  rate: rate.toDecimalString(),
  net: toMoney(net),
  vat: toMoney(vat),
});

@ObjectType('LineWorking', {
  description: 'How a line came about; anyone can work it out again with the open calculator.',
})
export class LineWorkingType {
  @Field(() => DecimalScalar, { description: 'The quantity of the period in all.' })
  quantity!: string;

  @Field(() => DecimalScalar, { description: 'How many events the quantity is made of.' })
  events!: string;

  @Field(() => [ArithmeticStepType], { description: 'The steps; they add up to what the period is worth.' })
  steps!: ArithmeticStepType[];

  @Field(() => DecimalScalar, {
    description: 'What the period is worth in all, in pounds, not rounded (to 20 places at most).',
  })
  worth!: string;

  @Field(() => Money, { description: 'What was billed for it before.' })
  alreadyBilled!: Money;

  @Field(() => Int, { description: 'The revision of the call-off that it was worked out from.' })
  callOffRevision!: number;

  @Field(() => String, { description: 'Its records came with receipts after this number…' })
  receiptAfter!: string;

  @Field(() => String, { description: '…and up to this one.' })
  receiptUpTo!: string;

  @Field(() => String, { description: 'What the open calculator reads for this line, as JSON.' })
  calculationJson!: string;
}

const toWorking = (working: Working): LineWorkingType => ({
  quantity: working.quantity,
  events: working.events.toString(),
  steps: stepsOf(working),
  worth: working.exact,
  alreadyBilled: toMoney(working.alreadyBilled),
  callOffRevision: working.callOffRevision,
  receiptAfter: working.receiptAfter.toString(),
  receiptUpTo: working.receiptUpTo.toString(),
  calculationJson: JSON.stringify(working.arithmetic.calculation),
});

interface StepJson {
  readonly kind: string;
  readonly label: string;
  readonly quantity?: string;
  readonly unit?: string;
  readonly amount: string;
}

const stepsOf = ({ arithmetic }: Working): ArithmeticStepType[] =>
  (arithmetic.result['lines'] as readonly StepJson[]).map(
    ({ kind, label, quantity = null, unit = null, amount }) => ({
      kind,
      label,
      quantity,
      unit,
      amount,
    }),
  );

@ObjectType({ isAbstract: true })
abstract class ChargedLine {
  @Field(() => Int, { description: 'Its place on the document, from 1.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What it is for, in words.' })
  description!: string;

  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => ID, { description: 'The meter.' })
  meterId!: string;

  @Field(() => ID, { description: 'The price version.' })
  priceVersionId!: string;

  @Field(() => ID, { description: 'The access agreement under which it is charged.' })
  agreementId!: string;

  @Field(() => ChargeKindEnum, { description: 'What makes it due.' })
  charge!: ChargeKind;

  @Field(() => PeriodType, { description: 'The days that it is for.' })
  period!: PeriodType;

  @Field(() => Money, { description: 'The amount without VAT.' })
  net!: Money;

  @Field(() => VatTreatmentEnum, { description: 'How it is treated for VAT.' })
  vatTreatment!: VatTreatment;

  @Field(() => DecimalScalar, { description: 'The VAT rate as a fraction: 0.2 is 20%.' })
  vatRate!: string;

  @Field(() => LineWorkingType, { description: 'How it came about.' })
  working!: LineWorkingType;
}

@ObjectType('InvoiceLine', { description: 'One call-off, one meter, one period, one price version.' })
export class InvoiceLineType extends ChargedLine {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The invoice.' })
  invoiceId!: string;

  @Field(() => [CostShareOfLineType], {
    description:
      'How your body splits it over its own cost centres; none when it does not, and for a lead authority, whose business that is not.',
  })
  costSplit!: readonly CostShareOfLineType[];
}

@ObjectType('InvoiceLineConnection', { description: 'The lines of an invoice, in order.' })
export class InvoiceLineConnection extends ConnectionOf(InvoiceLineType, 'InvoiceLine') {}

@ObjectType('BillPreviewLine', { description: 'A line that a run would draft now.' })
export class BillPreviewLineType extends ChargedLine {}

const toChargedLine = (line: InvoiceContent['lines'][number]): BillPreviewLineType => ({
  lineNumber: line.lineNumber,
  description: line.description,
  callOffId: toPublicId('callOff', line.callOffId),
  meterId: toPublicId('meter', line.meterId),
  priceVersionId: toPublicId('priceVersion', line.priceVersionId),
  agreementId: toPublicId('agreement', line.agreementId),
  charge: line.charge,
  period: toPeriod(line.period),
  net: toMoney(line.net),
  vatTreatment: line.vatTreatment as VatTreatment,
  vatRate: line.vatRate,
  working: toWorking(line.working),
});

export const toPreviewLine = toChargedLine;

export const toInvoiceLine = (
  line: InvoiceLine,
  costSplit: readonly CostShareOfLine[] = [],
): InvoiceLineType => ({
  ...toChargedLine(line),
  costSplit: costSplit.map(toShareOfLine),
  id: toPublicId('invoiceLine', line.id),
  invoiceId: toPublicId('invoice', line.invoiceId),
});

@ObjectType({ isAbstract: true })
abstract class CreditedLine {
  @Field(() => Int, { description: 'Its place on the document, from 1.' })
  lineNumber!: number;

  @Field(() => String, { description: 'What it is for, in words.' })
  description!: string;

  @Field(() => ID, { description: "The invoice's line that it credits." })
  invoiceLineId!: string;

  @Field(() => Money, { description: 'How much it credits, without VAT.' })
  net!: Money;

  @Field(() => VatTreatmentEnum, { description: 'How the line was treated for VAT.' })
  vatTreatment!: VatTreatment;

  @Field(() => DecimalScalar, { description: 'The VAT rate as a fraction: 0.2 is 20%.' })
  vatRate!: string;

  @Field(() => LineWorkingType, { nullable: true, description: 'How it came about; null for a concession.' })
  working!: LineWorkingType | null;
}

@ObjectType('CreditNoteLine', { description: 'A part of an invoice line that is credited.' })
export class CreditNoteLineType extends CreditedLine {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType('CreditNoteLineConnection', { description: 'The lines of a credit note, in order.' })
export class CreditNoteLineConnection extends ConnectionOf(CreditNoteLineType, 'CreditNoteLine') {}

@ObjectType('CreditPreviewLine', { description: 'A line of a credit note that a run would draft now.' })
export class CreditPreviewLineType extends CreditedLine {}

export const toCreditPreviewLine = (line: CreditNoteContent['lines'][number]): CreditPreviewLineType => ({
  lineNumber: line.lineNumber,
  description: line.description,
  invoiceLineId: toPublicId('invoiceLine', line.invoiceLineId),
  net: toMoney(line.net),
  vatTreatment: line.vatTreatment as VatTreatment,
  vatRate: line.vatRate,
  working: line.working === null ? null : toWorking(line.working),
});

export const toCreditNoteLine = (line: CreditNoteLine): CreditNoteLineType => ({
  ...toCreditPreviewLine(line),
  id: toPublicId('creditNoteLine', line.id),
});
