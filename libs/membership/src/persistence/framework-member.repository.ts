import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { FrameworkMember } from '../domain/framework-member.js';
import { FrameworkMemberRow } from './framework-member.entity.js';

/** The public list of a framework's members. */
@Injectable()
export class FrameworkMemberRepository {
  /** A body that was a member before stays one since then. */
  async add(tx: Tx, member: FrameworkMember): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(FrameworkMemberRow)
      .values({ ...member, published: true })
      .orIgnore()
      .execute();
  }

  /** In any order; never more than there are bodies in the register. */
  async ofFramework(tx: Tx, frameworkId: string): Promise<FrameworkMember[]> {
    const rows = await tx.manager.findBy(FrameworkMemberRow, { frameworkId });
    return rows.map(({ published: _, since, ...row }) => ({ ...row, since: localDate(since) }));
  }
}
