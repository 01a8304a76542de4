import { Injectable } from '@nestjs/common';
import { FindBody, type Body, type NamePlace } from '#libs/directory';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { FrameworkMemberRepository } from '../persistence/framework-member.repository.js';

/** A member of a framework, with where it stands in the list. */
export interface ListedMember {
  readonly body: Body;
  /** The London date on which its access agreement was countersigned. */
  readonly since: LocalDate;
  readonly place: NamePlace;
}

/** Reads who is a member of a framework, in anyone's unit of work. */
@Injectable()
export class ReadFrameworkMembers {
  constructor(
    private readonly members: FrameworkMemberRepository,
    private readonly bodies: FindBody,
  ) {}

  /** By name. Answers up to `page.first + 1`, so that the caller sees whether there are more. */
  async page(
    tx: Tx,
    frameworkId: string,
    page: { first: number; after: NamePlace | null },
  ): Promise<readonly ListedMember[]> {
    const members = await this.members.ofFramework(tx, frameworkId);
    const since = new Map(members.map((member) => [member.bodyId, member.since]));
    const listed = await this.bodies.inNameOrder(tx, [...since.keys()], page);
    return listed.flatMap(({ body, place }) => {
      const date = since.get(body.id);
      return date === undefined ? [] : [{ body, since: date, place }];
    });
  }
}
