import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDate, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Ceiling } from '../domain/ceiling.js';
import type { EligibilityRule } from '../domain/eligibility.js';
import type { Framework } from '../domain/framework.js';
import type { Lot } from '../domain/offering.js';
import { EligibilityRuleRow, FrameworkCeilingRow, FrameworkRow, LotRow } from './entities.js';
import { takePage, type Page } from './page.js';

/** Frameworks with their ceilings, lots and lists of who may use them. */
@Injectable()
export class FrameworkRepository {
  async find(tx: Tx, id: string): Promise<Framework | null> {
    const row = await tx.manager.findOneBy(FrameworkRow, { id });
    return row && toFramework(row);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Framework[]> {
    return (await tx.manager.findBy(FrameworkRow, { id: In([...ids]) })).map(toFramework);
  }

  async page(tx: Tx, page: Page): Promise<Framework[]> {
    const rows = await takePage(tx.manager.createQueryBuilder(FrameworkRow, 'framework'), 'createdAt', page);
    return rows.map(toFramework);
  }

  /** The lead authority's own framework, locked until the transaction ends. */
  async lockOwn(tx: Tx, id: string): Promise<Framework | null> {
    const where = { leadId: tx.leadId, id };
    const row = await tx.manager.findOne(FrameworkRow, { where, lock: { mode: 'pessimistic_write' } });
    return row && toFramework(row);
  }

  async insert(tx: Tx, framework: Framework, ceilingPence: Pence): Promise<void> {
    const { leadId, id, published } = framework;
    await tx.manager.insert(FrameworkRow, framework);
    await tx.manager.insert(FrameworkCeilingRow, {
      leadId,
      frameworkId: id,
      published,
      ceilingPence,
      committedPence: 0n,
    });
  }

  /** Shows a framework with its ceiling, lots and rules to everyone. */
  async publish(tx: Tx, id: string): Promise<void> {
    const { leadId } = tx;
    const ofFramework = { leadId, frameworkId: id };
    await tx.manager.update(FrameworkRow, { leadId, id }, { published: true, publishedAt: tx.now });
    await tx.manager.update(FrameworkCeilingRow, ofFramework, { published: true });
    await tx.manager.update(EligibilityRuleRow, ofFramework, { published: true });
    await tx.manager.update(LotRow, ofFramework, { published: true });
  }

  async ceilings(tx: Tx, frameworkIds: readonly string[]): Promise<Ceiling[]> {
    const rows = await tx.manager.findBy(FrameworkCeilingRow, { frameworkId: In([...frameworkIds]) });
    return rows.map(toCeiling);
  }

  /** The ceiling, locked until the transaction ends: awards take turns here. */
  async lockCeiling(tx: Tx, frameworkId: string): Promise<Ceiling | null> {
    const where = { leadId: tx.leadId, frameworkId };
    const row = await tx.manager.findOne(FrameworkCeilingRow, { where, lock: { mode: 'pessimistic_write' } });
    return row && toCeiling(row);
  }

  async setCommitted(tx: Tx, frameworkId: string, committedPence: Pence): Promise<void> {
    await tx.manager.update(FrameworkCeilingRow, { leadId: tx.leadId, frameworkId }, { committedPence });
  }

  async rules(tx: Tx, frameworkId: string): Promise<EligibilityRule[]> {
    const rows = await tx.manager.find(EligibilityRuleRow, {
      where: { frameworkId },
      order: { addedAt: 'asc', id: 'asc' },
    });
    return rows.map(toRule);
  }

  async rulesPage(tx: Tx, frameworkId: string, page: Page): Promise<EligibilityRule[]> {
    const query = tx.manager
      .createQueryBuilder(EligibilityRuleRow, 'rule')
      .where('rule.frameworkId = :frameworkId', { frameworkId });
    return (await takePage(query, 'addedAt', page)).map(toRule);
  }

  countRules(tx: Tx, frameworkId: string): Promise<number> {
    return tx.manager.countBy(EligibilityRuleRow, { leadId: tx.leadId, frameworkId });
  }

  isNamed(tx: Tx, frameworkId: string, bodyId: string): Promise<boolean> {
    return tx.manager.existsBy(EligibilityRuleRow, { leadId: tx.leadId, frameworkId, bodyId });
  }

  async insertRule(tx: Tx, rule: EligibilityRule, published: boolean): Promise<void> {
    const bodyId = rule.kind === 'NAMED' ? rule.bodyId : null;
    const category = rule.kind === 'CATEGORY' ? rule.category : null;
    const { leadId, id, frameworkId, kind, label, reason, addedAt } = rule;
    const row = { leadId, id, frameworkId, published, kind, label, reason, addedAt };
    await tx.manager.insert(EligibilityRuleRow, { ...row, bodyId, category: category as never });
  }

  async findLot(tx: Tx, id: string): Promise<Lot | null> {
    const row = await tx.manager.findOneBy(LotRow, { id });
    return row && toLot(row);
  }

  async lots(tx: Tx, frameworkIds: readonly string[]): Promise<Lot[]> {
    const rows = await tx.manager.find(LotRow, {
      where: { frameworkId: In([...frameworkIds]) },
      order: { number: 'asc' },
    });
    return rows.map(toLot);
  }

  async insertLot(tx: Tx, lot: Lot): Promise<void> {
    await tx.manager.insert(LotRow, { ...lot, published: false });
  }
}

const toFramework = ({ startsOn, endsOn, ...row }: FrameworkRow): Framework => ({
  ...row,
  startsOn: localDate(startsOn),
  endsOn: localDate(endsOn),
});

const toCeiling = ({ leadId, frameworkId, ceilingPence, committedPence }: FrameworkCeilingRow): Ceiling => ({
  leadId,
  frameworkId,
  ceilingPence,
  committedPence,
});

const toRule = ({
  leadId,
  id,
  frameworkId,
  label,
  reason,
  addedAt,
  bodyId,
  category,
}: EligibilityRuleRow): EligibilityRule => {
  const base = { leadId, id, frameworkId, label, reason, addedAt };
  if (bodyId !== null) return { ...base, kind: 'NAMED', bodyId };
  if (category !== null) return { ...base, kind: 'CATEGORY', category };
  throw new Error('an eligibility rule names neither a body nor a category');
};

const toLot = ({ leadId, id, frameworkId, number, title, directAwardLimitPence }: LotRow): Lot => ({
  leadId,
  id,
  frameworkId,
  number,
  title,
  directAwardLimitPence,
});
