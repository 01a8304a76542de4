import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { SetLateUsageLimit, LateUsageLimit } from './operations.generated.js';

/** Up to which sum use that came late is billed unasked. */
@Page({ path: '/settings/late-usage-limit', access: 'lead:edit', under: '/settings' })
export class LateUsageLimitPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit): Promise<Answer> {
    const { lateUsageLimit } = await this.api.ask(visit, LateUsageLimit, {});
    return show({ form: { lateUsageLimit: lateUsageLimit.amount } });
  }

  @Post()
  async set(@TheVisit() visit: Visit, @Body() form: Typed): Promise<Answer> {
    const typed = new TypedValues(form);
    const lateUsageLimit = typed.decimal('lateUsageLimit', words.amountWrong);
    const errors =
      lateUsageLimit === null
        ? typed.errorsWith([])
        : FormErrors.of(
            (await this.api.ask(visit, SetLateUsageLimit, { input: { lateUsageLimit } })).lateUsageLimitSet
              .userErrors,
          );
    return errors.any ? showAgain({ form, errors }) : seeOther('/settings', 'set');
  }
}
