import { Injectable } from '@nestjs/common';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import type { Tx } from '#libs/platform';
import type { OptIn, OptInOffering } from '../domain/opt-in.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import type { Page } from '../persistence/page.js';

/** An opt-in with the names of what it is about. */
export interface NamedOptIn extends OptIn {
  readonly memberName: string;
  readonly leadName: string;
  readonly frameworkTitle: string;
  readonly offerings: readonly (OptInOffering & { readonly title: string })[];
}

/**
 * Reads opt-ins: a tenant its own, a lead authority its members'. What a body has not submitted yet is its own
 * affair, so the lead authority sees that the opt-in exists and how far it is, and no answers.
 */
@Injectable()
export class ReadOptIns {
  constructor(
    private readonly optIns: OptInRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
  ) {}

  async byId(tx: Tx, id: string): Promise<NamedOptIn | null> {
    const optIn = await this.optIns.find(tx, id);
    return optIn && ((await this.named(tx, [optIn]))[0] ?? null);
  }

  /** Newest first, up to `page.limit`. */
  async page(tx: Tx, page: Page): Promise<readonly NamedOptIn[]> {
    return this.named(tx, await this.optIns.page(tx, page));
  }

  private async named(tx: Tx, optIns: readonly OptIn[]): Promise<NamedOptIn[]> {
    const bodies = await this.bodies.byIds(
      tx,
      optIns.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
    );
    const offeringIds = optIns.flatMap(({ offerings }) => offerings.map(({ offeringId }) => offeringId));
    const offerings = await this.catalogue.offeringsByIds(tx, [...new Set(offeringIds)]);
    const titles = new Map(offerings.map(({ id, title }) => [id, title]));
    const frameworks = new Map<string, string>();
    for (const id of new Set(optIns.map(({ frameworkId }) => frameworkId)))
      frameworks.set(id, (await this.catalogue.framework(tx, id))?.title ?? '');
    return optIns.map((optIn) => ({
      ...asSeen(tx, optIn),
      memberName: bodies.get(optIn.tenantId)?.name ?? '',
      leadName: bodies.get(optIn.leadId)?.name ?? '',
      frameworkTitle: frameworks.get(optIn.frameworkId) ?? '',
      offerings: optIn.offerings.map((one) => ({ ...one, title: titles.get(one.offeringId) ?? '' })),
    }));
  }
}

const asSeen = (tx: Tx, optIn: OptIn): OptIn => {
  if (tx.actor.identity.capacity !== 'LEAD' || optIn.submittedAt !== null) return optIn;
  return { ...optIn, tasks: optIn.tasks.map((task) => ({ ...task, answers: {} })) };
};
