import { Get } from '@nestjs/common';
import { financialYearOf } from '#libs/kernel';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Costs } from './operations.generated.js';

/** Income against cost of every service whose cost is shared. */
@Page({ path: '/costs', access: 'cost:read', menu: { for: ['LEAD'], order: 57 } })
export class CostsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    const { costSharings } = await this.api.ask(visit, Costs, {});
    const year = financialYearOf(visit.today);
    const sharings = costSharings.map((sharing) => ({
      ...sharing,
      years: sharing.years.map((each) => ({
        ...each,
        mayClose: each.estimated !== null && each.year < year && visit.may('cost:propose'),
      })),
    }));
    return show({ sharings, year, mayPropose: visit.may('cost:propose') });
  }
}
