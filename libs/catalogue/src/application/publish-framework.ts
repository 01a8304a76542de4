import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { FrameworkRepository } from '../persistence/framework-repository.js';

/** Shows a framework, its ceiling, its lots and who may use it to everyone, and fixes the list of who may. */
@Injectable()
export class PublishFramework {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
  ) {}

  execute(actor: Actor, command: { readonly frameworkId: string }): Promise<Result<{ frameworkId: string }>> {
    return this.work.run(actor, (tx) => this.publish(tx, command.frameworkId));
  }

  private async publish(tx: Tx, frameworkId: string): Promise<Result<{ frameworkId: string }>> {
    const framework = await this.frameworks.lockOwn(tx, frameworkId);
    if (framework === null) return err(refuse('NOT_FOUND'));
    if (framework.published)
      return err(
        refuse('STATE_NOT_ALLOWED', { thing: 'framework', state: 'already published', action: 'publish' }),
      );
    const lots = await this.frameworks.lots(tx, [frameworkId]);
    const rules = await this.frameworks.countRules(tx, frameworkId);
    const missing = [
      ...(lots.length === 0 ? ['add at least one lot'] : []),
      ...(rules === 0 ? ['say who may use it'] : []),
    ];
    if (missing.length > 0)
      return err(missing.map((what) => refuse('FRAMEWORK_INCOMPLETE', { missing: what })));

    await this.frameworks.publish(tx, frameworkId);
    const details = { lots: lots.length, eligibilityRules: rules };
    await auditLead(tx, {
      action: 'framework.publish',
      subjectKind: 'framework',
      subjectId: frameworkId,
      details,
    });
    return ok({ frameworkId });
  }
}
