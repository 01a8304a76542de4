import { Get } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { PageList } from '../../../frame/page-list.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { recordersAmong } from '../../joining/_agreement/before-signing.js';
import type { Thing } from './en.js';
import { LeadHome, MemberHome, type LeadHomeQuery } from './operations.generated.js';
import { thingsOfLead, type LeadStanding } from './things-of-lead.js';
import { thingsOfMember } from './things-of-member.js';

const PATH = '/home';

/** The one thing to do next, and the way to everything else. */
@Page({ path: PATH, access: 'signed-in', menu: { for: ['TENANT', 'LEAD', 'PLATFORM'], order: 0 } })
export class HomePage {
  constructor(
    private readonly api: Api,
    private readonly pages: PageList,
  ) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    const [next, ...also] = await this.things(visit);
    const areas = this.pages.menu(visit, null).filter(({ href }) => href !== PATH);
    return show({ next, also, areas });
  }

  private async things(visit: Visit): Promise<readonly Thing[]> {
    switch (visit.audience) {
      case 'TENANT':
        return thingsOfMember(await this.memberStanding(visit));
      case 'LEAD':
        return thingsOfLead(await this.leadStanding(visit));
      case 'PLATFORM':
        return [{ kind: 'appointLead', href: '/lead-authorities/new' }];
      default:
        return visit.me?.memberships.length
          ? [{ kind: 'chooseBody', href: '/account' }]
          : [{ kind: 'openWorkspace', href: '/workspace' }];
    }
  }

  private async memberStanding(visit: Visit): Promise<Parameters<typeof thingsOfMember>[0]> {
    const found = await this.api.ask(visit, MemberHome, {
      invoices: visit.may('invoice:read'),
      paymentMethods: visit.may('paymentMethod:read'),
      people: visit.may('person:read'),
    });
    const { optIns, agreements, callOffs, people, invoices, paymentMethods } = found;
    const colleagues = people?.edges.map(({ node }) => node) ?? [];
    const signatories = colleagues.filter(({ roles }) => roles.includes('TENANT_SIGNATORY'));
    return {
      may: (permission) => visit.may(permission),
      today: visit.today,
      optIns: optIns.edges.map(({ node }) => node),
      agreements: agreements.edges.map(({ node }) => node),
      signatories: signatories.map(({ name }) => name),
      recorders: recordersAmong(colleagues),
      callOffs: callOffs.edges.map(({ node }) => node),
      invoices: invoices?.edges.map(({ node }) => node) ?? [],
      moreInvoices: invoices?.pageInfo.hasNextPage ?? false,
      paymentMethods: paymentMethods ?? [],
    };
  }

  private async leadStanding(visit: Visit): Promise<Parameters<typeof thingsOfLead>[0]> {
    const [mayPrepare, mayApprove, mayIssue] = [
      visit.may('billing:prepare'),
      visit.may('invoice:approve'),
      visit.may('invoice:issue'),
    ];
    const found = await this.api.ask(visit, LeadHome, {
      review: visit.may('optIn:review'),
      countersign: visit.may('agreement:countersign'),
      quarantine: visit.may('quarantine:resolve'),
      runs: mayPrepare || mayApprove || mayIssue,
      disputes: visit.may('dispute:review'),
      creditNotes: mayApprove || mayIssue,
      lateUsages: visit.may('lateUsage:approve'),
      receipts: visit.may('receipt:record'),
    });
    return {
      ...standingOf(found),
      ...{ mayPrepare, mayApprove, mayIssue },
      today: visit.today,
    };
  }
}

interface Listed<T> {
  readonly edges: readonly { readonly node: T }[];
}
/** What was not asked for is an empty list here. */
const nodesOf = <T>(list: Listed<T> | undefined): readonly T[] => list?.edges.map(({ node }) => node) ?? [];
const hasMore = (list: { readonly pageInfo: { readonly hasNextPage: boolean } } | undefined): boolean =>
  list?.pageInfo.hasNextPage ?? false;

/** How things stand, of what was asked for. */
const standingOf = ({
  optIns,
  agreements,
  quarantine,
  billingRuns,
  disputes,
  creditNotes,
  lateUsages,
  receipts,
}: LeadHomeQuery): Omit<LeadStanding, 'mayPrepare' | 'mayApprove' | 'mayIssue' | 'today'> => ({
  reviews: optIns ? nodesOf(optIns).map(({ reviewDueOn }) => reviewDueOn) : null,
  countersign: agreements
    ? nodesOf(agreements)
        .filter(({ state }) => state === 'SIGNED')
        .map(({ id }) => id)
    : null,
  moreReviews: hasMore(optIns),
  quarantined: quarantine ? quarantine.edges.length : null,
  moreQuarantined: hasMore(quarantine),
  runs: billingRuns ? nodesOf(billingRuns) : null,
  disputes: nodesOf(disputes).filter(({ availableActions }) => availableActions.length > 0).length,
  moreDisputes: hasMore(disputes),
  creditNotes: nodesOf(creditNotes),
  lateUsages: nodesOf(lateUsages).filter(({ mayApprove }) => mayApprove).length,
  moreLateUsages: hasMore(lateUsages),
  unmatchedReceipts: nodesOf(receipts)
    .filter(({ unallocated }) => Number(unallocated.amount) > 0)
    .map(({ id }) => id),
});
