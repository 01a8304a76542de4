import { freshName } from '../database.js';
import { givenLead, givenLeadDetails, givenMember } from '../given/directory.js';
import { givenUsageKey } from '../given/metering.js';
import { givenMethod, givenPayers, givenStripe } from '../given/stripe.js';
import type { Moment } from './lane.js';

/** Whom a story is about, and the secrets with which usage is sent. */
export interface Cast {
  readonly leadId: string;
  readonly leadDomain: string;
  /** Pays by BACS transfer. */
  readonly ashbeck: { readonly callOff: string; readonly usageKey: string };
  /** Pays by direct debit through Stripe. */
  readonly fenhollow: { readonly callOff: string };
  /** A service manager's key, which sends for both. */
  readonly bothKey: string;
}

/** Two councils with a call-off each, before anything is used: built as users do, on 2 May 2026. */
export const givenBeginning = async (): Promise<{ cast: Cast; moment: Moment }> => {
  const at = '2026-05-02T09:00:00Z';
  const { stack, double } = await givenStripe();
  await stack.setClock(at);
  const lead = await givenLead(stack);
  await givenLeadDetails(lead);
  const ashbeck = await givenMember(stack);
  const fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  const callOffs = await givenPayers(lead, [ashbeck, fenhollow]);
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await stack.lookAfterStripe();
      await stack.jobsDone(60_000);
      await double.webhooks.idle();
    }
  };
  await givenMethod(fenhollow, lead, 'STRIPE_BACS_DEBIT');
  await settled();
  double.giveMandate(double.newest('checkout.session').id);
  await settled();
  // Whoever will bill and be billed is there, and has a name.
  await lead.as('LEAD_FINANCE_PREPARER');
  for (const member of [ashbeck, fenhollow]) await member.as('TENANT_FINANCE');

  const ids = [callOffs.get(ashbeck) ?? '', callOffs.get(fenhollow) ?? ''];
  const options = { expiresOn: '2027-04-30' };
  const own = await givenUsageKey(await ashbeck.as('TENANT_ADMIN'), ids.slice(0, 1), options);
  const both = await givenUsageKey(await lead.as('LEAD_SERVICE_MANAGER'), ids, {
    ...options,
    source: 'service-desk',
  });
  const references = await stack.sql<{ id: string; reference: string }>(
    `select 'cof_' || replace(id::text, '-', '') as id, reference from call_off`,
  );
  const referenceOf = (id: string | undefined): string =>
    references.find((row) => row.id === id)?.reference ?? '';
  await stack.jobsDone();
  const moment = { template: freshName(), stripe: double.store.save(), at };
  await stack.keepAs(moment.template);
  await double.stop();
  return {
    moment,
    cast: {
      leadId: lead.bodyId,
      leadDomain: lead.domain,
      ashbeck: { callOff: referenceOf(ids[0]), usageKey: own.secret },
      fenhollow: { callOff: referenceOf(ids[1]) },
      bothKey: both.secret,
    },
  };
};
