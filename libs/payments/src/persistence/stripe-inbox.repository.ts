import { Injectable } from '@nestjs/common';
import { throughDoor, type Tx } from '#libs/platform';
import type { StripeEvent } from '../domain/stripe-event.js';
import type { Payer } from './stripe-payer.repository.js';

/** Whose a thing of Stripe's is. */
export interface StripeOwner extends Payer {
  /** Null for a customer. */
  readonly invoiceId: string | null;
}

interface EventRow {
  readonly event_id: string;
  readonly type: string;
  readonly object_id: string | null;
  readonly told_at: Date;
  readonly tries: number;
}

/** What Stripe told, and whose things are whose: plain tables behind the door, each reached by one statement. */
@Injectable()
export class StripeInboxRepository {
  /** Keeps an event; false when it was told before. */
  async keep(tx: Tx, { eventId, type, objectId, toldAt }: StripeEvent): Promise<boolean> {
    const rows = await tx.manager.query<unknown[]>(
      `insert into stripe_event (event_id, type, object_id, told_at, received_at, state, look_at)
       values ($1, $2, $3, $4, $5, 'WAITING', $5) on conflict (event_id) do nothing returning event_id`,
      [eventId, type, objectId, toldAt, tx.now],
    );
    return rows.length > 0;
  }

  /** An event that waits; null when it is done. */
  async waiting(tx: Tx, eventId: string): Promise<(StripeEvent & { tries: number }) | null> {
    const rows = await tx.manager.query<EventRow[]>(
      `select event_id, type, object_id, told_at, tries from stripe_event where event_id = $1 and state = 'WAITING'`,
      [eventId],
    );
    const [row] = rows;
    return row
      ? {
          eventId: row.event_id,
          type: row.type,
          objectId: row.object_id,
          toldAt: row.told_at,
          tries: row.tries,
        }
      : null;
  }

  async settle(tx: Tx, eventId: string, state: 'APPLIED' | 'IGNORED'): Promise<void> {
    await tx.manager.query('update stripe_event set state = $2, look_at = null where event_id = $1', [
      eventId,
      state,
    ]);
  }

  /** Puts off every event that waits now: what keeps one keeps the others. */
  async putOff(tx: Tx, lookAt: Date): Promise<void> {
    await tx.manager.query(
      `update stripe_event set tries = tries + 1, look_at = $2 where state = 'WAITING' and look_at <= $1`,
      [tx.now, lookAt],
    );
  }

  /** The ids of events that wait and are to be looked at by now, the first told first. */
  async due(tx: Tx, limit: number): Promise<string[]> {
    const rows = await tx.manager.query<{ event_id: string }[]>(
      `select event_id from stripe_event where state = 'WAITING' and look_at <= $1 order by told_at, event_id limit $2`,
      [tx.now, limit],
    );
    return rows.map(({ event_id }) => event_id);
  }

  async owner(tx: Tx, stripeId: string): Promise<StripeOwner | null> {
    const rows = await throughDoor<{ tenant_id: string; lead_id: string; invoice_id: string | null }[]>(
      tx,
      'select tenant_id, lead_id, invoice_id from stripe_object where stripe_id = $1',
      [stripeId],
    );
    const [row] = rows;
    return row ? { tenantId: row.tenant_id, leadId: row.lead_id, invoiceId: row.invoice_id } : null;
  }

  async setOwner(tx: Tx, stripeId: string, { tenantId, leadId, invoiceId }: StripeOwner): Promise<void> {
    await throughDoor(
      tx,
      'insert into stripe_object (stripe_id, tenant_id, lead_id, invoice_id) values ($1, $2, $3, $4) on conflict do nothing',
      [stripeId, tenantId, leadId, invoiceId],
    );
  }

  async addLead(tx: Tx, leadId: string): Promise<void> {
    await throughDoor(tx, 'insert into stripe_lead (lead_id) values ($1) on conflict do nothing', [leadId]);
  }

  /** The lead authorities whose members are to be looked after now: all but those put off. */
  async leads(tx: Tx): Promise<string[]> {
    const rows = await tx.manager.query<{ lead_id: string }[]>(
      'select lead_id from stripe_lead where look_at is null or look_at <= $1 order by 1',
      [tx.now],
    );
    return rows.map(({ lead_id }) => lead_id);
  }

  /**
   * How often in a row Stripe could not be reached for a lead authority, and until when its work is put off. Nobody else
   * changes it before the transaction ends.
   */
  async lockPause(tx: Tx, leadId: string): Promise<{ tries: number; lookAt: Date | null }> {
    const rows = await throughDoor<{ tries: number; look_at: Date | null }[]>(
      tx,
      'select tries, look_at from stripe_lead where lead_id = $1 for update',
      [leadId],
    );
    return { tries: rows[0]?.tries ?? 0, lookAt: rows[0]?.look_at ?? null };
  }

  async setPause(tx: Tx, leadId: string, pause: { tries: number; lookAt: Date | null }): Promise<void> {
    await throughDoor(tx, 'update stripe_lead set tries = $2, look_at = $3 where lead_id = $1', [
      leadId,
      pause.tries,
      pause.lookAt,
    ]);
  }
}
