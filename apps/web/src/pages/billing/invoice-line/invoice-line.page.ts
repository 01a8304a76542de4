import { Get, Param, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { InvoiceLinePage as LinePage } from './operations.generated.js';

/** A line of an invoice with the usage records behind it. */
@Page({ path: '/invoices/:id/lines/:lineId', access: 'invoice:read', under: '/invoices' })
export class InvoiceLinePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('lineId') lineId: string,
    @Query('after') after: unknown,
  ): Promise<Answer> {
    const cursor = cursorIn(after);
    const variables = { id, lineId, after: cursor };
    const { invoice, invoiceLine: line, invoiceLineRecords } = await this.api.ask(visit, LinePage, variables);
    return show({
      title: words.titleOf(line.lineNumber, invoice.number),
      invoice,
      line,
      callOff: invoice.callOffs.find((callOff) => callOff.id === line.callOffId),
      priceVersion: invoice.priceVersions.find((version) => version.id === line.priceVersionId),
      records: invoiceLineRecords.edges.map(({ node }) => node),
      pageInfo: invoiceLineRecords.pageInfo,
      isFirst: cursor === null,
      address: `/invoices/${id}/lines/${lineId}`,
    });
  }
}
