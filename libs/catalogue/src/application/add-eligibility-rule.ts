import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import {
  err,
  formatLongDate,
  londonDateOf,
  ok,
  refuse,
  textFaults,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { categoryFaults, type Category, type EligibilityRule } from '../domain/eligibility.js';
import type { Framework } from '../domain/framework.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';

/** Whom a rule lets in: one body, or a group with a label in plain English. */
export type RuleSubject =
  | { readonly kind: 'NAMED'; readonly bodyId: string }
  | { readonly kind: 'CATEGORY'; readonly category: Category; readonly label: string };

export type NewEligibilityRule = RuleSubject & {
  readonly frameworkId: string;
  /** The legal basis; needed once the framework is published, because the list is fixed then. */
  readonly reason: string | null;
  readonly idempotencyKey: string;
};

/** Adds a body or a group of bodies to those who may use a framework. */
@Injectable()
export class AddEligibilityRule {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
    private readonly findBody: FindBody,
  ) {}

  execute(actor: Actor, command: NewEligibilityRule): Promise<Result<{ ruleId: string }>> {
    const { idempotencyKey: key, ...asked } = command;
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'eligibilityRuleAdd', key, command: asked }, () => this.add(tx, command)),
    );
  }

  private async add(tx: Tx, command: NewEligibilityRule): Promise<Result<{ ruleId: string }>> {
    const framework = await this.frameworks.lockOwn(tx, command.frameworkId);
    if (framework === null) return err(refuse('NOT_FOUND'));
    const label = await this.labelOf(tx, command);
    if (!label.ok) return label;
    const faults = [...textFaultsOf(command), ...reopenFaults(framework, command.reason)];
    if (faults.length > 0) return err(faults);

    const base = {
      leadId: tx.leadId,
      id: newId(),
      frameworkId: framework.id,
      label: label.value,
      reason: command.reason,
      addedAt: tx.now,
    };
    const rule: EligibilityRule =
      command.kind === 'NAMED'
        ? { ...base, kind: 'NAMED', bodyId: command.bodyId }
        : { ...base, kind: 'CATEGORY', category: command.category };
    await this.frameworks.insertRule(tx, rule, framework.published);
    await auditLead(tx, {
      action: 'eligibility-rule.add',
      subjectKind: 'framework',
      subjectId: framework.id,
      details: {
        ruleId: rule.id,
        kind: rule.kind,
        ...(rule.kind === 'NAMED' ? { bodyId: rule.bodyId } : { category: rule.category }),
        afterPublishing: framework.published,
      },
    });
    return ok({ ruleId: rule.id });
  }

  /** The body's name as the register has it, or the group's label. */
  private async labelOf(tx: Tx, command: NewEligibilityRule): Promise<Result<string>> {
    if (command.kind === 'CATEGORY') return ok(command.label.trim());
    const body = await this.findBody.byId(tx, command.bodyId);
    if (body === null) return err(refuse('NOT_FOUND'));
    const named = await this.frameworks.isNamed(tx, command.frameworkId, body.id);
    return named ? err(refuse('BODY_ALREADY_NAMED', { body: body.name }, ['bodyId'])) : ok(body.name);
  }
}

const textFaultsOf = (command: NewEligibilityRule): readonly Refusal[] => [
  ...textFaults(command.reason ?? '', {
    field: 'the legal basis',
    path: ['reason'],
    max: 2000,
    required: false,
  }),
  ...(command.kind === 'CATEGORY'
    ? [
        ...textFaults(command.label, { field: 'the name of the group', path: ['category', 'label'] }),
        ...categoryFaults(command.category, ['category']),
      ]
    : []),
];

const reopenFaults = ({ publishedAt }: Framework, reason: string | null): readonly Refusal[] => {
  if (publishedAt === null || (reason !== null && reason.trim() !== '')) return [];
  return [refuse('REOPEN_ELIGIBILITY', { date: formatLongDate(londonDateOf(publishedAt)) }, ['reason'])];
};
