import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { formatLongDate, ok } from '#libs/kernel';
import { finishJob, newId, UnitOfWork, type JobHandler, type TakenJob, type Tx } from '#libs/platform';
import { differencesBetween, type Difference, type InvoiceHere } from '../domain/reconcile.js';
import type { InvoiceThere } from '../domain/stripe-invoice.js';
import { StripeReconciliationRepository } from '../persistence/stripe-reconciliation.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { LookAfterMember } from './look-after-member.js';
import { LookAgain } from './look-again.js';
import { PauseStripe } from './pause-stripe.js';
import { ReadCollected } from './read-collected.js';
import { RECONCILE_QUEUE, stripeLeadJob } from './stripe-job.js';

/** What reconciling is made of, beside reading. */
@Injectable()
export class StepsOfReconciling {
  constructor(
    readonly pause: PauseStripe,
    readonly again: LookAgain,
    readonly member: LookAfterMember,
  ) {}
}

/**
 * Compares Stripe's list with ours and keeps every difference by its name. What only waits to be read, such as money whose
 * webhook was lost, is read first; what then still differs is for a person. It changes no money.
 */
@Injectable()
export class ReconcileStripe implements JobHandler {
  readonly queue = RECONCILE_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly reconciliations: StripeReconciliationRepository,
    private readonly gateway: StripeGateway,
    private readonly here: ReadCollected,
    private readonly steps: StepsOfReconciling,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { leadId } = job.payload as { leadId: string };
    await this.steps.pause.around(leadId, async () => {
      const first = await this.compare(leadId);
      const last = first.differences.length === 0 ? first : await this.readAndCompare(leadId, first);
      await this.work.run(stripeLeadJob(leadId), async (tx) => {
        if (!(await this.reconciliations.wasMadeOn(tx, tx.today))) await this.keep(tx, last);
        await finishJob(tx, job);
        return ok(null);
      });
    });
  }

  private async compare(leadId: string): Promise<Compared> {
    const there = await this.gateway.invoicesOf(leadId);
    const here = await this.work.read(stripeLeadJob(leadId), (tx) => this.here.within(tx));
    return { there, here, differences: differencesBetween(here, there) };
  }

  /** Has the invoices that differ read from Stripe, and compares again. */
  private async readAndCompare(leadId: string, { differences, here }: Compared): Promise<Compared> {
    const concerned = here.filter(({ invoiceId }) =>
      differences.some((difference) => difference.invoiceId === invoiceId),
    );
    for (const { memberId: tenantId, invoiceId } of concerned)
      await this.steps.again.execute({ tenantId, leadId, invoiceId });
    for (const tenantId of new Set(concerned.map(({ memberId }) => memberId)))
      await this.steps.member.execute({ tenantId, leadId });
    return this.compare(leadId);
  }

  private async keep(tx: Tx, { there, differences }: Compared): Promise<void> {
    const reconciliation = {
      leadId: tx.leadId,
      id: newId(),
      day: tx.today,
      madeAt: tx.now,
      invoices: there.length,
      payments: there.reduce((count, { payments }) => count + payments.length, 0),
    };
    await this.reconciliations.insert(tx, reconciliation, differences);
    if (differences.length === 0) return;
    const count = differences.length === 1 ? '1 place' : `${differences.length} places`;
    await addNotice(tx, {
      bodyId: tx.leadId,
      role: 'LEAD_FINANCE_PREPARER',
      mail: 'STRIPE_DIFFERENCES',
      words: { day: formatLongDate(tx.today), count },
    });
  }
}

interface Compared {
  readonly there: readonly InvoiceThere[];
  readonly here: readonly InvoiceHere[];
  readonly differences: readonly Difference[];
}
