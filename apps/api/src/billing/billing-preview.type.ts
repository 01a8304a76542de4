import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  sumOfTotals,
  type BillPreview,
  type CreditNoteContent,
  type ExplainedBridge,
  type InvoiceContent,
  type Member,
} from '#libs/billing';
import type { Body } from '#libs/directory';
import { toPublicId, type Period, type Refusal, type Result } from '#libs/kernel';
import { Money, PeriodType, toMoney, toPeriod } from '../graphql/index.js';
import { BillBridgeType, toBridge } from './bridge.type.js';
import { InvoiceWarningType } from './invoice.type.js';
import {
  BillPreviewLineType,
  CreditPreviewLineType,
  toCreditPreviewLine,
  toPreviewLine,
  toVatGroup,
  VatGroupType,
} from './line.type.js';

@ObjectType('CreditPreview', { description: 'A credit note that a run would draft now.' })
export class CreditPreviewType {
  @Field(() => ID, { description: 'The invoice that it would cite.' })
  invoiceId!: string;

  @Field(() => String, { description: 'The reason, in words.' })
  reason!: string;

  @Field(() => [CreditPreviewLineType], { description: 'Its lines.' })
  lines!: CreditPreviewLineType[];

  @Field(() => [VatGroupType], { description: 'By VAT treatment and rate.' })
  vatSummary!: VatGroupType[];

  @Field(() => Money, { description: 'The sum without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'The VAT.' })
  vat!: Money;

  @Field(() => Money, { description: 'The sum with VAT.' })
  gross!: Money;
}

@ObjectType('InvoicePreview', { description: 'An invoice that a run would draft now.' })
export class InvoicePreviewType {
  @Field(() => String, {
    nullable: true,
    description:
      'The number of the one purchase order that it is for; null when it is for all, or for what has none.',
  })
  forOrder!: string | null;

  @Field(() => Money, { description: 'The sum without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'The VAT.' })
  vat!: Money;

  @Field(() => Money, { description: 'The sum with VAT.' })
  gross!: Money;

  @Field(() => [InvoiceWarningType], { description: 'What is to be known before it is issued.' })
  warnings!: readonly InvoiceWarningType[];
}

@ObjectType('BillHold', { description: 'Why a bill cannot be worked out until a person has put it right.' })
export class BillHoldType {
  @Field(() => String, { description: 'The reason as a stable code.' })
  code!: string;

  @Field(() => String, { description: 'The reason, in plain English.' })
  message!: string;
}

@ObjectType('BillPreview', {
  description: 'What a run of the month would draft for a member now. Nothing is saved.',
})
export class BillPreviewType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'Its name.' })
  leadName!: string;

  @Field(() => PeriodType, { description: 'The month.' })
  period!: PeriodType;

  @Field(() => Boolean, { description: 'Whether the month is over; until then minimums are not made up.' })
  isFinal!: boolean;

  @Field(() => [BillHoldType], { description: 'Why it cannot be worked out; empty when it can.' })
  holds!: BillHoldType[];

  @Field(() => [BillPreviewLineType], {
    description: 'The lines of the invoice; none when there is nothing to charge.',
  })
  lines!: BillPreviewLineType[];

  @Field(() => [VatGroupType], { description: "The invoice's sums by VAT treatment and rate." })
  vatSummary!: VatGroupType[];

  @Field(() => Money, { description: "The invoice's sum without VAT." })
  net!: Money;

  @Field(() => Money, { description: "The invoice's VAT." })
  vat!: Money;

  @Field(() => Money, { description: "The invoice's sum with VAT." })
  gross!: Money;

  @Field(() => [InvoicePreviewType], {
    description:
      'The invoices, one unless the member wants one for each purchase order; none for nothing to charge.',
  })
  invoices!: InvoicePreviewType[];

  @Field(() => Money, {
    description:
      "What a run would carry to the next one instead of drafting it, without VAT: all of it, when it is less than the lead authority's smallest invoice; otherwise 0.",
  })
  carried!: Money;

  @Field(() => [CreditPreviewType], {
    description: 'The credit notes, one for each invoice that they would cite.',
  })
  credits!: CreditPreviewType[];

  @Field(() => Money, {
    description: 'What is still to be credited once the invoice that billed it is issued, without VAT.',
  })
  waiting!: Money;

  @Field(() => Money, {
    description:
      'Use that came after its month was billed and waits for the lead authority to approve that it is billed, without VAT.',
  })
  late!: Money;

  @Field(() => BillBridgeType, {
    nullable: true,
    description:
      "Why it would differ from the member's last invoice; null when it has none, or cannot be worked out.",
  })
  bridge!: BillBridgeType | null;
}

export const toPreview = (
  { tenantId, leadId }: Member,
  month: Period,
  preview: Result<BillPreview>,
  bridge: ExplainedBridge | null,
  bodies: ReadonlyMap<string, Body>,
): BillPreviewType => {
  const whose = {
    memberId: toPublicId('body', tenantId),
    memberName: nameOf(bodies, tenantId),
    leadId: toPublicId('body', leadId),
    leadName: nameOf(bodies, leadId),
    period: toPeriod(month),
  };
  if (!preview.ok) return { ...whose, ...nothing, holds: preview.refusals.map(toHold) };
  const { final, invoices, carried, credits, waiting, late } = preview.value;
  return {
    ...whose,
    ...allOf(invoices),
    isFinal: final,
    holds: [],
    invoices: invoices.map(toInvoicePreview),
    carried: toMoney(carried),
    credits: credits.map(toCreditPreview),
    waiting: toMoney(waiting),
    late: toMoney(late.reduce((sum, { net }) => sum + net, 0n)),
    bridge: bridge && toBridge(bridge),
  };
};

const nameOf = (bodies: ReadonlyMap<string, Body>, id: string): string => bodies.get(id)?.name ?? '';

/** The invoices together: their lines numbered on, and the sums of their sums, for VAT is rounded on each by itself. */
const allOf = (invoices: readonly InvoiceContent[]) => {
  const totals = sumOfTotals(invoices.map((invoice) => invoice.totals));
  return {
    lines: invoices
      .flatMap(({ lines }) => lines)
      .map((line, index) => toPreviewLine({ ...line, lineNumber: index + 1 })),
    vatSummary: totals.vatSummary.map(toVatGroup),
    net: toMoney(totals.net),
    vat: toMoney(totals.vat),
    gross: toMoney(totals.gross),
  };
};

const toInvoicePreview = ({ forOrder, totals, warnings }: InvoiceContent): InvoicePreviewType => ({
  forOrder,
  net: toMoney(totals.net),
  vat: toMoney(totals.vat),
  gross: toMoney(totals.gross),
  warnings,
});

const nothing = {
  isFinal: false,
  lines: [],
  vatSummary: [],
  net: toMoney(0n),
  vat: toMoney(0n),
  gross: toMoney(0n),
  invoices: [],
  carried: toMoney(0n),
  credits: [],
  waiting: toMoney(0n),
  late: toMoney(0n),
  bridge: null,
};

const toHold = ({ code, message }: Refusal): BillHoldType => ({ code, message });

const toCreditPreview = ({ invoiceId, reason, lines, totals }: CreditNoteContent): CreditPreviewType => ({
  invoiceId: toPublicId('invoice', invoiceId),
  reason,
  lines: lines.map(toCreditPreviewLine),
  vatSummary: totals.vatSummary.map(toVatGroup),
  net: toMoney(totals.net),
  vat: toMoney(totals.vat),
  gross: toMoney(totals.gross),
});
