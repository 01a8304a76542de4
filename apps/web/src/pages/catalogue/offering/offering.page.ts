import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { OfferingPage as Look } from './operations.generated.js';

@Page({ path: '/catalogue/offerings/:id', access: 'lead:read', under: '/catalogue' })
export class OfferingPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { offering } = await this.api.ask(visit, Look, { id });
    return show({
      offering,
      isShared: offering.meters.some(({ isKept }) => isKept),
      framework: ownFramework(visit, offering.framework),
      mayEdit: visit.may('catalogue:edit'),
      mayReadTrail: visit.may('audit:read'),
    });
  }
}
