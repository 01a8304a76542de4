import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { monthChoices } from '../../../formats/month-choices.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { addressPart, filtersIn, statesFor, wantedBy } from '../_invoices/invoice-filters.js';
import { MOST_ROWS } from '../_invoices/most-rows.js';
import { words } from './en.js';
import { InvoiceList } from './operations.generated.js';

/** Invoices of the body, or of all members for a lead authority, as the address asks for them. */
@Page({ path: '/invoices', access: 'invoice:read', menu: { for: ['TENANT', 'LEAD'], order: 55 } })
export class InvoicesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query() query: Readonly<Record<string, unknown>>): Promise<Answer> {
    const filters = filtersIn(query);
    const after = cursorIn(query['after']);
    const { invoices, firstCallOffStartsOn: from } = await this.api.ask(visit, InvoiceList, {
      ...wantedBy(filters),
      after,
    });
    return show({
      form: filters,
      isFiltered: addressPart(filters) !== '',
      invoices: invoices.edges.map(({ node }) => node),
      totals: invoices.totals,
      pageInfo: invoices.pageInfo,
      isFirst: after === null,
      part: addressPart(filters),
      cutTo: invoices.totals.count > MOST_ROWS ? MOST_ROWS : null,
      states: stateChoices(visit.isLead),
      months: [{ value: '', text: words.anyMonth }, ...monthChoices(visit.today, { atMost: 24, from })],
    });
  }
}

const stateChoices = (isLead: boolean): readonly { value: string; text: string }[] => [
  { value: '', text: words.anyState },
  { value: 'OWED', text: words.owed },
  ...statesFor(isLead).map((state) => ({ value: state, text: words.states[state] })),
];
