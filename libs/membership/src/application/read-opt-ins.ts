import { Injectable } from '@nestjs/common';
import { ReadCatalogue, type Framework } from '#libs/catalogue';
import { FindBody, PeopleNames } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { reviewDueOn, type OptIn, type OptInOffering } from '../domain/opt-in.js';
import { asAsked, type OptInQuestion } from '../domain/questions.js';
import type { OptInState } from '../domain/states.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';
import type { Page } from '../persistence/page.js';

/** A question with the names of who asked it and who answered it. */
export interface NamedQuestion extends OptInQuestion {
  readonly askedByName: string;
  readonly answeredByName: string | null;
}

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
  readonly questions: readonly NamedQuestion[];
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
    const seen = optIns.map((optIn) => asSeen(tx, optIn));
    const people = await this.people.within(tx, seen.flatMap(peopleOf));
    return seen.map((optIn) => {
      const framework = frameworks.get(optIn.frameworkId) ?? null;
      const { submittedAt, reviewStartedBy } = optIn;
      return {
        ...optIn,
        memberName: bodies.get(optIn.tenantId)?.name ?? '',
        leadName: bodies.get(optIn.leadId)?.name ?? '',
        frameworkTitle: framework?.title ?? '',
        reviewDueOn: framework && reviewDueOn(submittedAt, framework.reviewWorkingDays),
        reviewerName: reviewStartedBy && (people.get(reviewStartedBy) ?? null),
        offerings: optIn.offerings.map((one) => ({ ...one, title: titles.get(one.offeringId) ?? '' })),
        questions: optIn.questions.map((one) => ({
          ...one,
          askedByName: people.get(one.askedBy) ?? '',
          answeredByName: one.answeredBy && (people.get(one.answeredBy) ?? null),
        })),
      };
    });
  }
}

/** Everyone who is named with an opt-in. */
const peopleOf = ({ reviewStartedBy, questions }: OptIn): readonly string[] =>
  [reviewStartedBy, ...questions.flatMap(({ askedBy, answeredBy }) => [askedBy, answeredBy])].filter(
    (id) => id !== null,
  );

const asSeen = (tx: Tx, optIn: OptIn): OptIn => {
  if (tx.actor.identity.capacity !== 'LEAD') return optIn;
  const questions = optIn.questions.map(asAsked);
  if (optIn.submittedAt !== null) return { ...optIn, questions };
  return { ...optIn, questions, tasks: optIn.tasks.map((task) => ({ ...task, answers: {} })) };
};
