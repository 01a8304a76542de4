import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Pence, type Result } from '#libs/kernel';
import { auditLead, brokenConstraint, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { frameworkDefaults, frameworkFaults, type FrameworkTerms } from '../domain/framework.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';

type Settings = keyof typeof frameworkDefaults;
export interface NewFramework
  extends Omit<FrameworkTerms, Settings>, Partial<Pick<FrameworkTerms, Settings>> {
  /** The most that may be awarded under it in all. */
  readonly ceiling: Pence;
  readonly idempotencyKey: string;
}

/** Sets up a framework as a draft that only its lead authority sees. */
@Injectable()
export class CreateFramework {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
  ) {}

  execute(actor: Actor, command: NewFramework): Promise<Result<{ frameworkId: string }>> {
    const { idempotencyKey: key, ceiling, ...given } = command;
    const terms: FrameworkTerms = { ...frameworkDefaults, ...given };
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'frameworkCreate', key, command: { ...terms, ceiling } }, () =>
        this.create(tx, terms, ceiling),
      ),
    );
  }

  private async create(
    tx: Tx,
    terms: FrameworkTerms,
    ceiling: Pence,
  ): Promise<Result<{ frameworkId: string }>> {
    const faults = frameworkFaults({ ...terms, ceiling });
    if (faults.length > 0) return err(faults);
    const frameworkId = newId();
    const draft = {
      leadId: tx.leadId,
      id: frameworkId,
      published: false,
      createdAt: tx.now,
      publishedAt: null,
    };
    try {
      await this.frameworks.insert(tx, { ...terms, ...draft }, ceiling);
    } catch (error) {
      if (brokenConstraint(error) !== 'framework_reference') throw error;
      return err(refuse('FRAMEWORK_REFERENCE_TAKEN', { reference: terms.reference }, ['reference']));
    }
    const { reference, regime, agreementType, startsOn, endsOn, ceilingMode } = terms;
    await auditLead(tx, {
      action: 'framework.create',
      subjectKind: 'framework',
      subjectId: frameworkId,
      details: { reference, regime, agreementType, startsOn, endsOn, ceilingMode, ceilingPence: ceiling },
    });
    return ok({ frameworkId });
  }
}
