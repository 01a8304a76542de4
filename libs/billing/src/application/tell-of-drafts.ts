import { Injectable } from '@nestjs/common';
import { addNotices, FindBody, type Notice } from '#libs/directory';
import { monthName } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { BillingRun } from '../domain/run.js';
import type { Drafted } from './draft-lot.js';

/**
 * Has people told of what was drafted: a member's finance staff of new warnings, while there is time before an invoice is
 * approved and issued; the lead authority's finance preparers of members that were parked.
 */
@Injectable()
export class TellOfDrafts {
  constructor(private readonly bodies: FindBody) {}

  async within(tx: Tx, run: BillingRun, drafted: readonly Drafted[]): Promise<void> {
    const told = drafted.filter(({ state, news }) => state === 'PARKED' || news.length > 0);
    if (told.length === 0) return;
    const bodies = await this.bodies.byIds(tx, [run.leadId, ...told.map(({ tenantId }) => tenantId)]);
    const nameOf = (id: string): string => {
      const body = bodies.get(id);
      if (!body) throw new Error(`body ${id} is not there`);
      return body.name;
    };
    await addNotices(
      tx,
      told.flatMap((each) => [...parkedNotice(run, each, nameOf), ...warningNotices(run, each, nameOf)]),
    );
  }
}

type NameOf = (bodyId: string) => string;

const parkedNotice = (
  { leadId, period }: BillingRun,
  { tenantId, state, reason }: Drafted,
  nameOf: NameOf,
): readonly Notice<'BILLING_PARKED'>[] => {
  const words = { body: nameOf(tenantId), period: monthName(period), why: reason ?? '' };
  const notice = { bodyId: leadId, role: 'LEAD_FINANCE_PREPARER', mail: 'BILLING_PARKED', words } as const;
  return state === 'PARKED' ? [notice] : [];
};

const warningNotices = (
  { leadId }: BillingRun,
  { tenantId, news }: Drafted,
  nameOf: NameOf,
): readonly Notice<'INVOICE_WARNINGS'>[] =>
  news.map(({ period, warnings }) => ({
    bodyId: tenantId,
    role: 'TENANT_FINANCE',
    mail: 'INVOICE_WARNINGS',
    words: { lead: nameOf(leadId), period: monthName(period), warnings: warnings.join('\n\n') },
  }));
