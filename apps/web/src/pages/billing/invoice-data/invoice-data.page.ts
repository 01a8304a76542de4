import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { file, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';

const FORMATS = ['json', 'csv'];

/** An invoice's data pack: a browser cannot send the API's own token, so the file is fetched for it and passed on. */
@Page({ path: '/invoices/:id/data.:format', access: 'invoice:read', under: '/invoices' })
export class InvoiceDataPage {
  constructor(private readonly api: Api) {}

  @Get()
  async download(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Param('format') format: string,
  ): Promise<Answer> {
    if (!FORMATS.includes(format) || !/^\w+$/.test(id)) throw new ApiFault('NOT_FOUND', '');
    const { name, type, content } = await this.api.download(visit, `/v1/invoices/${id}.${format}`);
    return file(name, type, content);
  }
}
