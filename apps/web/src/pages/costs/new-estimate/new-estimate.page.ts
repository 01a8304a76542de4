import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { financialYearOf } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { yearsAround } from '../_years/years-around.js';
import { enteredMembers, renamed } from '../_years/entered-members.js';
import { words } from './en.js';
import { ProposeEstimate, ToEstimate, type ToEstimateQuery } from './operations.generated.js';

const BASES = ['EQUAL', 'FIXED', 'PER_HEAD', 'DRIVER'] as const;

/** What a service is expected to cost in a year, and how that is shared. */
@Page({ path: '/costs/:offeringId/estimates/new', access: 'cost:propose', under: '/costs' })
export class NewEstimatePage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(
    @TheVisit() visit: Visit,
    @Param('offeringId') offeringId: string,
    @Query('year') asked: unknown,
  ): Promise<Answer> {
    const year = typeof asked === 'string' ? asked : financialYearOf(visit.today);
    const model = await this.modelOf(visit, offeringId, year);
    return show({ ...model, form: { tolerancePoints: '3', idempotencyKey: newKey() } });
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
    const basis = BASES.find((each) => each === form['basis']);
    if (basis === undefined) typed.note('basis', words.basisMissing);
    const cost = typed.decimal('cost', { missing: words.costMissing, unreadable: words.costWrong });
    const driver = form['driver']?.trim() ?? '';
    const driverMeterId = form['driverMeterId'] ?? '';
    const members = enteredMembers(typed, form, model.members, {
      share: basis === 'FIXED',
      figure: basis === 'DRIVER' && driverMeterId === '',
    });
    const { costEstimatePropose } = await this.api.ask(visit, ProposeEstimate, {
      input: {
        ...{ offeringId, year, basis: basis ?? 'EQUAL', idempotencyKey: form['idempotencyKey'] ?? '' },
        // What cannot be read is sent as something that is refused, so that all else that is wrong is told with it.
        cost: typed.any ? '-1' : (cost ?? ''),
        driver: driver === '' ? null : driver,
        driverMeterId: driverMeterId === '' ? null : driverMeterId,
        dampingPercent: typed.decimal('dampingPercent', { unreadable: words.percentWrong }),
        tolerancePoints: typed.decimal('tolerancePoints', { unreadable: words.percentWrong }) ?? '-1',
        members,
      },
    });
    const errors = typed.errorsWith(costEstimatePropose.userErrors, {
      rename: { ...renamed(model.members), members: 'basis', year: 'cost' },
      standIn: 'cost',
    });
    if (errors.any || costEstimatePropose.costScheme === null)
      return showAgain({ ...model, form, errors: errors.inOrder(model.fields) });
    return seeOther(`/costs/versions/${costEstimatePropose.costScheme.id}`, 'proposed');
  }

  private async modelOf(visit: Visit, offeringId: string, year: string) {
    const asked: ToEstimateQuery = await this.api.ask(visit, ToEstimate, { offeringId, year });
    const members = asked.costYearMembers;
    return {
      title: words.titleOf(asked.offering.title, year),
      offering: asked.offering,
      meters: asked.offering.meters.filter(
        ({ aggregation, charge, isKept }) =>
          charge === 'USAGE' && !isKept && (aggregation === 'SUM' || aggregation === 'COUNT'),
      ),
      ...{ members, year, years: yearsAround(visit.today) },
      fields: [
        ...['cost', 'basis', 'driver', 'driverMeterId'],
        ...members.flatMap(({ memberId }) => [
          `share-${memberId}`,
          `figure-${memberId}`,
          `source-${memberId}`,
        ]),
        ...['dampingPercent', 'tolerancePoints'],
      ],
    };
  }
}
