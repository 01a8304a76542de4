import { Injectable } from '@nestjs/common';
import { ReadCatalogue, type Framework } from '#libs/catalogue';
import { FindBody, PeopleNames } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { reviewDueOn, type OptIn, type OptInOffering } from '../domain/opt-in.js';
import type { OptInState } from '../domain/states.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import type { Page } from '../persistence/page.js';

/** An opt-in with the names of what it is about. */
export interface NamedOptIn extends OptIn {
  readonly memberName: string;
  readonly leadName: string;
  readonly frameworkTitle: string;
  /** By when what was submitted last is to be reviewed; null until it was submitted. */
  readonly reviewDueOn: LocalDate | null;
  /** Who of the lead authority began the review last. */
  readonly reviewerName: string | null;
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
    private readonly people: PeopleNames,
  ) {}

  async byId(tx: Tx, id: string): Promise<NamedOptIn | null> {
    const optIn = await this.optIns.find(tx, id);
    return optIn && ((await this.named(tx, [optIn]))[0] ?? null);
  }

  /** Newest first, up to `page.limit`; in these states only, unless null. */
  async page(tx: Tx, states: readonly OptInState[] | null, page: Page): Promise<readonly NamedOptIn[]> {
    return this.named(tx, await this.optIns.page(tx, states, page));
  }

  private async named(tx: Tx, optIns: readonly OptIn[]): Promise<NamedOptIn[]> {
    const bodies = await this.bodies.byIds(
      tx,
      optIns.flatMap(({ tenantId, leadId }) => [tenantId, leadId]),
    );
    const offeringIds = optIns.flatMap(({ offerings }) => offerings.map(({ offeringId }) => offeringId));
    const offerings = await this.catalogue.offeringsByIds(tx, [...new Set(offeringIds)]);
    const titles = new Map(offerings.map(({ id, title }) => [id, title]));
    const frameworks = new Map<string, Framework | null>();
    for (const id of new Set(optIns.map(({ frameworkId }) => frameworkId)))
      frameworks.set(id, await this.catalogue.framework(tx, id));
    const reviewers = await this.people.within(
      tx,
      optIns.flatMap(({ reviewStartedBy }) => reviewStartedBy ?? []),
    );
    return optIns.map((optIn) => {
      const framework = frameworks.get(optIn.frameworkId) ?? null;
      const { submittedAt, reviewStartedBy } = optIn;
      return {
        ...asSeen(tx, optIn),
        memberName: bodies.get(optIn.tenantId)?.name ?? '',
        leadName: bodies.get(optIn.leadId)?.name ?? '',
        frameworkTitle: framework?.title ?? '',
        reviewDueOn: framework && reviewDueOn(submittedAt, framework.reviewWorkingDays),
        reviewerName: reviewStartedBy && (reviewers.get(reviewStartedBy) ?? null),
        offerings: optIn.offerings.map((one) => ({ ...one, title: titles.get(one.offeringId) ?? '' })),
      };
    });
  }
}

const asSeen = (tx: Tx, optIn: OptIn): OptIn => {
  if (tx.actor.identity.capacity !== 'LEAD' || optIn.submittedAt !== null) return optIn;
  return { ...optIn, tasks: optIn.tasks.map((task) => ({ ...task, answers: {} })) };
};
