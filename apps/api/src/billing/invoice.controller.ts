import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InvoiceDataPack, ReadInvoices, type Invoice } from '#libs/billing';
import { RecordLeadViews, type Shown } from '#libs/directory';
import { fromPublicId, refuse, toPublicId } from '#libs/kernel';
import { UnitOfWork, type Tx } from '#libs/platform';
import { callerOf } from '../auth/caller.js';
import { Requires } from '../auth/permission.js';
import { collectShown } from '../graphql/context.js';
import { HttpRefusal } from '../http/http-refusal.js';
import { showInvoices } from './show-documents.js';

const FILE = /^([^.]{1,64})\.([a-z]{3,4})$/;
const notFound = (): HttpRefusal => new HttpRefusal(404, refuse('NOT_FOUND'));

@Controller('v1/invoices')
export class InvoiceController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: ReadInvoices,
    private readonly pack: InvoiceDataPack,
    private readonly views: RecordLeadViews,
  ) {}

  /** An invoice as JSON, which the open calculator recomputes line by line, or as CSV. */
  @Get(':file')
  @Requires('invoice:read')
  async download(@Param('file') file: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const [, publicId = '', format = ''] = FILE.exec(file) ?? [];
    const id = fromPublicId('invoice', publicId);
    if (id === null) throw notFound();
    const { actor } = callerOf(req);
    const { invoice, type, body } = await this.work.read(actor, async (tx) => {
      const found = await this.invoices.byId(tx, id);
      if (found === null) throw notFound();
      return { invoice: found, ...(await this.render(tx, found, format)) };
    });
    const shown: Shown[] = [];
    showInvoices(collectShown(shown), [invoice]);
    await this.views.execute(actor, shown);
    const name = invoice.number ?? publicId;
    res.setHeader('content-type', type);
    res.setHeader('content-disposition', `attachment; filename="${name}.${format}"`);
    res.send(body);
  }

  private async render(tx: Tx, invoice: Invoice, format: string): Promise<{ type: string; body: string }> {
    if (format === 'json') {
      const pack = { id: toPublicId('invoice', invoice.id), ...(await this.pack.json(tx, invoice)) };
      return { type: 'application/json; charset=utf-8', body: `${JSON.stringify(pack, null, 2)}\n` };
    }
    if (format === 'csv') return { type: 'text/csv; charset=utf-8', body: await this.pack.csv(tx, invoice) };
    const message = 'Invoices can be downloaded as json or csv. Other formats do not exist yet.';
    throw new HttpRefusal(404, { code: 'FORMAT_NOT_AVAILABLE', message });
  }
}
