import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { enteredMembers, renamed } from '../_years/entered-members.js';
import { yearsAround } from '../_years/years-around.js';
import { words } from './en.js';
import { ProposeActual, ToClose, type ToCloseQuery } from './operations.generated.js';

const SETTLEMENTS = ['TRUE_UP', 'CARRY'] as const;

/** What a service did cost in a year that is over, and what becomes of the difference. */
@Page({ path: '/costs/:offeringId/actuals/new', access: 'cost:propose', under: '/costs' })
export class NewActualPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('offeringId') offeringId: string,
    @Query('year') asked: unknown,
  ): Promise<Answer> {
    const year = typeof asked === 'string' ? asked : (yearsAround(visit.today)[0] ?? '');
    return show({ ...(await this.modelOf(visit, offeringId, year)), form: { idempotencyKey: newKey() } });
  }

  @Post()
  async propose(
    @TheVisit() visit: Visit,
    @Param('offeringId') offeringId: string,
    @Body() form: Typed,
  ): Promise<Answer> {
    const year = form['year'] ?? '';
    const model = await this.modelOf(visit, offeringId, year);
    const typed = new TypedValues(form);
    const settlement = SETTLEMENTS.find((each) => each === form['settlement']);
    if (settlement === undefined) typed.note('settlement', words.settlementMissing);
    const cost = typed.decimal('cost', { missing: words.costMissing, unreadable: words.costWrong });
    const driverMeterId = form['driverMeterId'] ?? '';
    const figure =
      driverMeterId === '' && model.members.some(({ memberId }) => form[`figure-${memberId}`]?.trim());
    const members = enteredMembers(typed, form, model.members, { share: false, figure });
    const { costActualPropose } = await this.api.ask(visit, ProposeActual, {
      input: {
        ...{ offeringId, year, settlement: settlement ?? 'TRUE_UP', members },
        // What cannot be read is sent as something that is refused, so that all else that is wrong is told with it.
        cost: typed.any ? '-1' : (cost ?? ''),
        driverMeterId: driverMeterId === '' ? null : driverMeterId,
        idempotencyKey: form['idempotencyKey'] ?? '',
      },
    });
    const errors = typed.errorsWith(costActualPropose.userErrors, {
      rename: {
        ...renamed(model.members),
        members: 'cost',
        year: 'cost',
        basis: 'cost',
        dampingPercent: 'cost',
      },
      standIn: 'cost',
    });
    if (errors.any || costActualPropose.costScheme === null)
      return showAgain({ ...model, form, errors: errors.inOrder(model.fields) });
    return seeOther(`/costs/versions/${costActualPropose.costScheme.id}`, 'proposed');
  }

  private async modelOf(visit: Visit, offeringId: string, year: string) {
    const asked: ToCloseQuery = await this.api.ask(visit, ToClose, { offeringId, year });
    const members = asked.costYearMembers;
    return {
      title: words.titleOf(asked.offering.title, year),
      offering: asked.offering,
      meters: asked.offering.meters.filter(
        ({ aggregation, charge, isKept }) =>
          charge === 'USAGE' && !isKept && (aggregation === 'SUM' || aggregation === 'COUNT'),
      ),
      ...{ members, year },
      fields: [
        ...['cost', 'settlement', 'driverMeterId'],
        ...members.flatMap(({ memberId }) => [`figure-${memberId}`, `source-${memberId}`]),
      ],
    };
  }
}
