import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { SetSmallestInvoice, SmallestInvoice } from './operations.generated.js';

/** Below which sum a member's bill is carried to the next run. */
@Page({ path: '/settings/smallest-invoice', access: 'lead:edit', under: '/settings' })
export class SmallestInvoicePage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit): Promise<Answer> {
    const { smallestInvoice } = await this.api.ask(visit, SmallestInvoice, {});
    return show({ form: { smallestInvoice: smallestInvoice.amount } });
  }

  @Post()
  async set(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const smallestInvoice = typed.decimal('smallestInvoice', words.amountWrong);
    const errors =
      smallestInvoice === null
        ? typed.errorsWith([])
        : FormErrors.of(
            (await this.api.ask(visit, SetSmallestInvoice, { input: { smallestInvoice } })).smallestInvoiceSet
              .userErrors,
          );
    return errors.any ? showAgain({ form, errors }) : seeOther('/settings', 'set');
  }
}
