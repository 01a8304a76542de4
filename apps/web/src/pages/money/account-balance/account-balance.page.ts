import { Get } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { LeadsOfMember, WhatIsOwed } from './operations.generated.js';

/** What a member owes each of its lead authorities. It has few, so each is asked about by itself. */
@Page({ path: '/account-balance', access: 'invoice:read', menu: { for: ['TENANT'], order: 60 } })
export class AccountBalancePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    // A lead authority asks the other way round.
    if (visit.isLead) return seeOther('/balances');
    const { agreements } = await this.api.ask(visit, LeadsOfMember, {});
    const names = new Map(agreements.edges.map(({ node }) => [node.leadId, node.leadName]));
    const accounts = await Promise.all(
      [...names].map(async ([leadId, leadName]) => {
        const { tenantStatement } = await this.api.ask(visit, WhatIsOwed, { leadId });
        return { leadId, leadName, ...tenantStatement };
      }),
    );
    return show({ accounts });
  }
}
