import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  disputedOf,
  invoiceStatusOn,
  type Invoice,
  type InvoicesWanted,
  type InvoiceStatus,
  type InvoiceTotals,
  type ReadDisputes,
} from '#libs/billing';
import type { FindBody } from '#libs/directory';
import { toPublicId, type LocalDate } from '#libs/kernel';
import { nothingPosted, type ReadLedger } from '#libs/ledger';
import type { Tx } from '#libs/platform';
import {
  ConnectionOf,
  DateTimeScalar,
  LocalDateScalar,
  Money,
  PeriodType,
  toMoney,
  toPeriod,
  type Caller,
} from '../graphql/index.js';
import { actionsOn, actionsOnIssued } from './available-actions.js';
import { DocumentType, toDocument } from './document.type.js';
import { InvoiceStateEnum } from './enums.js';

@ObjectType('InvoicePurchaseOrder', { description: 'What an invoice quotes for a call-off.' })
export class InvoicePurchaseOrderType {
  @Field(() => String, { description: 'The reference of the call-off.' })
  callOffReference!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The purchase order number; null where the member uses none.',
  })
  number!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was issued although the member has told neither a number nor that it uses none; null otherwise.',
  })
  withoutReason!: string | null;
}

@ObjectType('InvoiceWarning', {
  description:
    'What both finance sides should know before an invoice is issued. It holds nothing up by itself.',
})
export class InvoiceWarningType {
  @Field(() => String, { description: 'What it is about, as a stable code.' })
  code!: string;

  @Field(() => String, { description: 'The warning, in plain English.' })
  message!: string;
}

@ObjectType('Invoice', {
  description: 'What a lead authority charges a member for a month, and what came late for earlier ones.',
})
export class InvoiceType extends DocumentType {
  @Field(() => InvoiceStateEnum, { description: 'Where it stands today.' })
  state!: InvoiceStatus;

  @Field(() => ID, { nullable: true, description: 'The run that drafted it; null for members.' })
  runId!: string | null;

  @Field(() => PeriodType, { description: "The run's month." })
  period!: PeriodType;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it is due; null until it is issued.',
  })
  dueOn!: LocalDate | null;

  @Field(() => [InvoicePurchaseOrderType], {
    nullable: true,
    description: 'The purchase orders that it quotes; null until it is issued.',
  })
  purchaseOrders!: InvoicePurchaseOrderType[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The number of the one purchase order that it is for, where the member wants one invoice for each; null otherwise.',
  })
  forOrder!: string | null;

  @Field(() => [InvoiceWarningType], { description: 'What was to be known when it was drafted.' })
  warnings!: readonly InvoiceWarningType[];

  @Field(() => Money, { description: 'What was paid on it.' })
  paid!: Money;

  @Field(() => Money, { description: 'What was credited on it by issued credit notes.' })
  credited!: Money;

  @Field(() => Money, { description: 'What is still to be paid; below 0 the member is in credit on it.' })
  outstanding!: Money;

  @Field(() => Money, {
    description: 'What of it is disputed, with VAT: it is not asked for until the dispute is decided.',
  })
  disputed!: Money;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was voided; null unless it is void.' })
  voidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was voided; null unless it is void.' })
  voidReason!: string | null;
}

@ObjectType('InvoiceTotals', { description: 'What invoices come to together.' })
export class InvoiceTotalsType {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Money, { description: 'Their sums without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'The VAT.' })
  vat!: Money;

  @Field(() => Money, { description: 'Their sums with VAT.' })
  gross!: Money;

  @Field(() => Money, { description: 'What is still to be paid on those that are issued.' })
  outstanding!: Money;
}

@ObjectType('InvoiceConnection', { description: 'Invoices, the newest first.' })
export class InvoiceConnection extends ConnectionOf(InvoiceType, 'Invoice') {
  /** For the field `totals`; not in the schema. */
  wanted!: InvoicesWanted;
}

export const toInvoiceTotals = ({ count, ...sums }: InvoiceTotals): InvoiceTotalsType => ({
  count,
  net: toMoney(sums.net),
  vat: toMoney(sums.vat),
  gross: toMoney(sums.gross),
  outstanding: toMoney(sums.outstanding),
});

/** Where names and balances of invoices are read. */
export interface InvoiceSources {
  readonly bodies: FindBody;
  readonly ledger: ReadLedger;
  readonly disputes: ReadDisputes;
}

/** Invoices with names, balances and disputes, in three reads for each lead authority; in the same order. */
export const loadInvoices = async (
  tx: Tx,
  sources: InvoiceSources,
  caller: Caller,
  invoices: readonly Invoice[],
): Promise<InvoiceType[]> => {
  const bodies = await sources.bodies.byIds(
    tx,
    invoices.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
  );
  const balances = new Map<string, typeof nothingPosted>();
  const held = new Map<string, bigint>();
  for (const lead of new Set(invoices.map(({ leadId }) => leadId))) {
    const ids = invoices.filter(({ leadId }) => leadId === lead).map(({ id }) => id);
    for (const [id, balance] of await sources.ledger.balancesOfInvoices(tx, lead, ids))
      balances.set(id, balance);
    for (const [id, amount] of await sources.disputes.heldOnInvoices(tx, lead, ids)) held.set(id, amount);
  }
  return invoices.map((invoice) => {
    const balance = balances.get(invoice.id) ?? nothingPosted;
    const disputed = disputedOf(balance.outstanding, held.get(invoice.id) ?? 0n);
    const untouched = balance.outstanding === invoice.gross && disputed === 0n;
    return {
      ...toDocument(invoice, 'invoice', bodies, tx.actor),
      availableActions: [
        ...actionsOn(caller, invoice),
        ...actionsOnIssued(caller, invoice, { today: tx.today, untouched }),
      ],
      state: invoiceStatusOn(invoice, balance, disputed, tx.today),
      runId: tx.actor.identity.capacity === 'LEAD' ? toPublicId('billingRun', invoice.runId) : null,
      period: toPeriod(invoice.period),
      dueOn: invoice.dueOn,
      purchaseOrders:
        invoice.purchaseOrders?.map(({ callOffReference, number, withoutReason = null }) => ({
          callOffReference,
          number,
          withoutReason,
        })) ?? null,
      forOrder: invoice.forOrder,
      warnings: invoice.warnings,
      paid: toMoney(balance.paid),
      credited: toMoney(balance.credited),
      outstanding: toMoney(balance.outstanding),
      disputed: toMoney(disputed),
      voidedAt: invoice.voided?.at ?? null,
      voidReason: invoice.voided?.reason ?? null,
    };
  });
};
