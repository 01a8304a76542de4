import { Injectable } from '@nestjs/common';
import { frameworkNotLive, ReadCatalogue, ruleMatches, type Framework } from '#libs/catalogue';
import { FindBody, type Body } from '#libs/directory';
import { err, ok, type Result } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import {
  decideEligibility,
  eligibilityRefusals,
  type EligibilityDecision,
  type EligibilityFacts,
} from '../domain/eligibility.js';
import { eligibilityWords } from '../domain/words.js';
import { EligibilityCheckRepository } from '../persistence/eligibility-check.repository.js';

/** What a check answers about one body. */
export interface BodyEligibility extends EligibilityDecision {
  readonly bodyId: string;
  readonly bodyName: string;
}

export interface EligibilityAnswer {
  readonly frameworkId: string;
  readonly bodies: readonly BodyEligibility[];
  /** What to do when no body was found. */
  readonly nextSteps: readonly string[];
}

/** A decision that was kept as evidence. */
export interface KeptCheck {
  readonly id: string;
  readonly decision: EligibilityDecision;
}

/** Whether a body may use a framework: asked by anyone without an account, and enforced when it matters. */
@Injectable()
export class CheckEligibility {
  constructor(
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
    private readonly checks: EligibilityCheckRepository,
  ) {}

  /** Null when there is no such framework or body. */
  async forBody(tx: Tx, asked: { frameworkId: string; bodyId: string }): Promise<EligibilityAnswer | null> {
    const framework = await this.catalogue.framework(tx, asked.frameworkId);
    const body = await this.bodies.byId(tx, asked.bodyId);
    return framework === null || body === null ? null : this.answer(tx, framework, [body]);
  }

  /** For every body that has the address's domain, as officer teams are often shared. Null when there is no such framework. */
  async forEmail(tx: Tx, asked: { frameworkId: string; email: string }): Promise<EligibilityAnswer | null> {
    const framework = await this.catalogue.framework(tx, asked.frameworkId);
    if (framework === null) return null;
    const domain = asked.email.slice(asked.email.lastIndexOf('@') + 1).trim();
    return this.answer(tx, framework, await this.bodies.byDomain(tx, domain));
  }

  /**
   * Enforces the same rule inside an action of the tenant, and keeps the decision as evidence. Refuses
   * FRAMEWORK_NOT_LIVE, FRAMEWORK_EXPIRED, BODY_NOT_ELIGIBLE, ELIGIBILITY_NEEDS_EVIDENCE and BODY_ABOLISHED.
   */
  async within(tx: Tx, framework: Framework): Promise<Result<KeptCheck>> {
    const body = await this.bodies.byId(tx, tx.tenantId);
    if (body === null) throw new Error(`tenant ${tx.tenantId} is not in the register`);
    const facts = await this.factsFor(tx, framework, body);
    const decision = decideEligibility(facts);
    const closed = frameworkNotLive(framework, tx.today);
    const refusals = [...(closed === null ? [] : [closed]), ...eligibilityRefusals(facts, decision)];
    if (refusals.length > 0) return err(refusals);
    const id = newId();
    await this.checks.insert(tx, {
      tenantId: tx.tenantId,
      leadId: framework.leadId,
      id,
      frameworkId: framework.id,
      result: decision.result,
      reasons: decision.reasons,
      checkedAt: tx.now,
    });
    return ok({ id, decision });
  }

  private async answer(tx: Tx, framework: Framework, bodies: readonly Body[]): Promise<EligibilityAnswer> {
    const answers: BodyEligibility[] = [];
    for (const body of bodies) {
      const decision = decideEligibility(await this.factsFor(tx, framework, body));
      answers.push({ bodyId: body.id, bodyName: body.name, ...decision });
    }
    const nextSteps = answers.length === 0 ? [eligibilityWords.emailUnknown()] : [];
    return { frameworkId: framework.id, bodies: answers, nextSteps };
  }

  private async factsFor(tx: Tx, framework: Framework, body: Body): Promise<EligibilityFacts> {
    const { noticeReference, startsOn, endsOn } = framework;
    const lead = await this.bodies.byId(tx, framework.leadId);
    if (lead === null) throw new Error(`lead authority ${framework.leadId} is not in the register`);
    const rules = await this.catalogue.eligibilityRules(tx, framework.id);
    return {
      framework: { noticeReference, startsOn, endsOn, leadName: lead.name },
      body,
      successors: await this.bodies.successorsOf(tx, body),
      rules: rules.map((rule) => ({ kind: rule.kind, label: rule.label, match: ruleMatches(rule, body) })),
      today: tx.today,
    };
  }
}
