import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { csvOf, type CsvCell } from '../../../formats/csv.js';
import { file, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { filtersIn, wantedBy } from '../_invoices/invoice-filters.js';
import { MOST_ROWS } from '../_invoices/most-rows.js';
import { words } from './en.js';
import { InvoiceRows, type InvoiceRowsQuery } from './operations.generated.js';

type Row = InvoiceRowsQuery['invoices']['edges'][number]['node'];

/** The list of invoices as CSV: all that match, up to the number that the list's page tells. */
@Page({ path: '/invoices.csv', access: 'invoice:read', under: '/invoices' })
export class InvoicesFilePage {
  constructor(private readonly api: Api) {}

  @Get()
  async download(
    @TheVisit() visit: Visit,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const wanted = wantedBy(filtersIn(query));
    const rows: Row[] = [];
    let after: string | null = null;
    let count = 0;
    do {
      const { invoices }: InvoiceRowsQuery = await this.api.ask(visit, InvoiceRows, { ...wanted, after });
      rows.push(...invoices.edges.map(({ node }) => node));
      count = invoices.totals.count;
      after = invoices.pageInfo.hasNextPage ? invoices.pageInfo.endCursor : null;
    } while (after !== null && rows.length < MOST_ROWS);
    const end = after === null ? [] : [[words.cut(rows.length, count)]];
    return file(
      'invoices.csv',
      'text/csv; charset=utf-8',
      csvOf([words.columns, ...rows.map(cellsOf), ...end]),
    );
  }
}

const cellsOf = (row: Row): readonly CsvCell[] => [
  row.number ?? '',
  words.states[row.state],
  row.period.start.slice(0, 7),
  row.memberName,
  row.leadName,
  row.issuedOn ?? '',
  row.dueOn ?? '',
  ...[row.net, row.vat, row.gross, row.paid, row.credited, row.outstanding].map(({ amount }) => ({
    number: amount,
  })),
];
