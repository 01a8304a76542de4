import { Get } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Settings } from './operations.generated.js';

@Page({ path: '/settings', access: 'lead:read', menu: { for: ['LEAD'], order: 90 } })
export class SettingsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    const leadId = visit.me?.actingFor?.body?.id ?? '';
    const { leadAuthority, brand } = await this.api.ask(visit, Settings, { leadId });
    return show({
      lead: leadAuthority,
      ownBrand: brand,
      mayEdit: visit.may('lead:edit'),
      mayBrand: visit.may('brand:edit'),
    });
  }
}
