import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { contentDigest } from '../domain/event.js';
import { notHeld, type QuarantinedUsage } from '../domain/quarantine.js';
import {
  changeEvent,
  placeReleased,
  stillRefused,
  type EventChanges,
  type Placed,
} from '../domain/release.js';
import { EventOwnerRepository } from '../persistence/event-owner.repository.js';
import { QuarantineRepository } from '../persistence/quarantine.repository.js';
import { ReleaseSources } from './release-sources.js';
import { StoreUsage } from './store-usage.js';

export interface QuarantineToRelease extends EventChanges {
  readonly quarantineId: string;
  /** Null to find it from the event and the member that it is held for. */
  readonly callOffId: string | null;
  readonly note: string | null;
}

/** A release that can go ahead. */
interface Plan {
  readonly row: QuarantinedUsage;
  readonly placed: Placed;
}

/**
 * A service manager releases usage from quarantine, as it is or put right; it becomes a record with its own source
 * and id. Usage held for its age alone is accepted by being released.
 * A record is written for one member at a time. When usage that no member could be found for goes to a member, the
 * row says RELEASING in between; repeating the release ends what a crash left so.
 * Refusals: NOT_FOUND, STATE_NOT_ALLOWED, QUARANTINE_STILL_REFUSED, QUANTITY_NEGATIVE, USAGE_EVENT_INVALID,
 * TEXT_INVALID, TEXT_TOO_LONG.
 */
@Injectable()
export class ReleaseQuarantine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly quarantine: QuarantineRepository,
    private readonly sources: ReleaseSources,
    private readonly store: StoreUsage,
    private readonly owners: EventOwnerRepository,
  ) {}

  async execute(actor: Actor, command: QuarantineToRelease): Promise<Result<{ quarantineId: string }>> {
    const faults = textFaults(command.note ?? '', {
      field: 'the note',
      path: ['note'],
      max: 500,
      required: false,
    });
    if (faults.length > 0) return err(faults);
    const planned = await this.work.read(actor, (tx) => this.plan(tx, command));
    if (!planned.ok) return planned;
    const plan = planned.value;
    const released =
      plan.row.tenantId === plan.placed.tenantId
        ? await this.releaseInPlace(actor, plan, command)
        : await this.releaseToMember(actor, plan, command);
    return released.ok ? ok({ quarantineId: command.quarantineId }) : released;
  }

  private async plan(tx: Tx, command: QuarantineToRelease): Promise<Result<Plan>> {
    const row = await this.quarantine.find(tx, tx.leadId, command.quarantineId);
    if (!row) return err(refuse('NOT_FOUND'));
    if (row.state !== 'HELD' && row.state !== 'RELEASING') return err(notHeld(row, 'release'));
    const changed = changeEvent(row, command);
    if (!changed.ok) return changed;
    const callOffs = await this.sources.callOffs(tx, row, command.callOffId);
    if (!callOffs) return err(refuse('NOT_FOUND'));
    const placed = placeReleased(
      row,
      changed.value,
      await this.sources.writable(tx, callOffs),
      command.callOffId,
    );
    return placed.ok ? ok({ row, placed: placed.value }) : placed;
  }

  private releaseInPlace(actor: Actor, plan: Plan, { note }: QuarantineToRelease): Promise<Result<null>> {
    return this.work.run(actor.forTenant(plan.row.tenantId), async (tx) => {
      const row = await this.quarantine.lock(tx, plan.row, plan.row.id);
      if (!row) return err(refuse('NOT_FOUND'));
      if (row.state !== 'HELD') return err(notHeld(row, 'release'));
      await this.quarantine.resolve(tx, row, row.id, { state: 'RELEASED', resolution: note });
      return this.storeReleased(tx, plan);
    });
  }

  private async releaseToMember(
    actor: Actor,
    plan: Plan,
    { note }: QuarantineToRelease,
  ): Promise<Result<null>> {
    const { row, placed } = plan;
    const keeper = actor.forTenant(row.tenantId);
    const begun = await this.work.run(keeper, (tx) => this.begin(tx, plan));
    if (!begun.ok) return begun;
    const stored = await this.work.run(actor.forTenant(placed.tenantId), (tx) =>
      this.storeReleased(tx, plan),
    );
    const end = stored.ok
      ? { state: 'RELEASED' as const, resolution: note }
      : { state: 'HELD' as const, resolution: null };
    const ended = await this.work.run(keeper, async (tx) => {
      await this.quarantine.resolve(tx, row, row.id, end);
      return ok(null);
    });
    return stored.ok ? ended : stored;
  }

  /** Says where the usage goes before it goes there, so that a repeat after a crash cannot send it elsewhere. */
  private async begin(tx: Tx, { row, placed }: Plan): Promise<Result<null>> {
    const aim = `${placed.tenantId} ${contentDigest(placed.event).toString('hex')}`;
    const now = await this.quarantine.lock(tx, row, row.id);
    if (!now) return err(refuse('NOT_FOUND'));
    const goesOn = now.state === 'RELEASING' && now.resolution === aim;
    if (now.state !== 'HELD' && !goesOn) return err(notHeld(now, 'release'));
    await this.quarantine.resolve(tx, row, row.id, { state: 'RELEASING', resolution: aim });
    return ok(null);
  }

  private async storeReleased(tx: Tx, { row, placed }: Plan): Promise<Result<null>> {
    const { tenantId, event, writable, decision } = placed;
    const owner = { tenantId, leadId: row.leadId };
    const digest = contentDigest(event);
    const released = {
      sentDigest: digest.equals(row.contentDigest) ? null : row.contentDigest,
      fromOwn: tenantId === row.tenantId,
    };
    const { receipt, outcomes } = await this.store.within(tx, {
      ...{ owner, source: row.source, writable, released, unreadable: 0, keyId: null, owned: null },
      arrivals: [{ index: 0, event, digest, decision }],
    });
    const rejected = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === 'rejected' ? [outcome.reason] : [],
    );
    if (rejected.length > 0) return err(rejected.map(stillRefused));
    await this.owners.move(tx, tenantId, row.source, row.eventId);
    await auditTenant(tx, row.leadId, {
      action: 'quarantine.release',
      subjectKind: 'quarantine',
      subjectId: row.id,
      details: {
        ...{
          reasonCode: row.reasonCode,
          changed: released.sentDigest !== null,
          receipt: receipt.number.toString(),
        },
        digest: digest.toString('hex'),
      },
    });
    return ok(null);
  }
}
