import { Query, Resolver } from '@nestjs/graphql';
import { ReadInvoices } from '#libs/billing';
import { FindBody } from '#libs/directory';
import { ReadReconciliation } from '#libs/payments';
import { Reader, Requires, Shows, type Read, type Show } from '../graphql/index.js';
import { showInvoices } from '../billing/show-documents.js';
import { StripeReconciliationType, toDifference } from './stripe-reconciliation.type.js';

@Resolver()
export class StripeReconciliationResolver {
  constructor(
    private readonly reconciliations: ReadReconciliation,
    private readonly invoices: ReadInvoices,
    private readonly bodies: FindBody,
  ) {}

  @Query(() => StripeReconciliationType, {
    description:
      "How Stripe's list of your invoices and payments compared with ours when it was last compared; once a day. Needs receipt:read.",
  })
  @Requires('receipt:read')
  async stripeReconciliation(@Reader() read: Read, @Shows() show: Show): Promise<StripeReconciliationType> {
    const { latest, invoices, bodies } = await read(async (tx) => {
      const found = await this.reconciliations.latest(tx);
      const differences = found?.differences ?? [];
      const idsOf = (key: 'invoiceId' | 'memberId'): string[] => [
        ...new Set(differences.map((difference) => difference[key]).filter((id) => id !== null)),
      ];
      return {
        latest: found,
        invoices: await this.invoices.byIds(tx, idsOf('invoiceId')),
        bodies: await this.bodies.byIds(tx, idsOf('memberId')),
      };
    });
    showInvoices(show, invoices);
    const numbers = new Map(invoices.map(({ id, number }) => [id, number]));
    return {
      isStripeOn: this.reconciliations.isStripeOn,
      comparedOn: latest?.reconciliation.day ?? null,
      comparedAt: latest?.reconciliation.madeAt ?? null,
      invoices: latest?.reconciliation.invoices ?? 0,
      payments: latest?.reconciliation.payments ?? 0,
      differences: (latest?.differences ?? []).map((difference) =>
        toDifference(difference, {
          invoiceNumber: numbers.get(difference.invoiceId ?? '') ?? null,
          memberName: bodies.get(difference.memberId ?? '')?.name ?? null,
        }),
      ),
    };
  }
}
