import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { AgreeCosts, CostVersion } from './operations.generated.js';

/** Every member's share of a version; whoever did not propose it agrees it here. */
@Page({ path: '/costs/versions/:id', access: 'cost:read', under: '/costs' })
export class CostVersionPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show(await this.modelOf(visit, id));
  }

  @Post('agree')
  async agree(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { costSchemeAgree } = await this.api.ask(visit, AgreeCosts, { input: { costSchemeId: id } });
    const errors = FormErrors.of(costSchemeAgree.userErrors);
    if (!errors.any) return seeOther(`/costs/versions/${id}`, 'agreed');
    return showAgain({ ...(await this.modelOf(visit, id)), form: {}, errors });
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const { costScheme: scheme } = await this.api.ask(visit, CostVersion, { id });
    const waits = scheme.state === 'ESTIMATED' || scheme.state === 'ACTUAL_PROPOSED';
    return {
      title: words.titleOf(scheme.offeringTitle, scheme.year, scheme.version),
      scheme,
      waits,
      hasFigures: scheme.members.some(({ figure }) => figure !== null),
      hasBefore: scheme.members.some(({ shareBefore }) => shareBefore !== null),
      hasTrueUp: scheme.members.some(({ trueUp }) => trueUp !== null),
    };
  }
}
