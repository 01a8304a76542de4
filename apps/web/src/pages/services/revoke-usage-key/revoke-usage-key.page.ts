import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { findInList } from '../../../frame/find-in-list.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { KeysToRevoke, RevokeUsageKey } from './operations.generated.js';

/** Asks before a key is ended for good. */
@Page({ path: '/usage-keys/:id/revoke', access: 'usageKey:edit', under: '/usage-receipts' })
export class RevokeUsageKeyPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show({ key: await this.find(visit, id) });
  }

  @Post()
  async revoke(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { usageKeyRevoke } = await this.api.ask(visit, RevokeUsageKey, { input: { usageKeyId: id } });
    const errors = FormErrors.of(usageKeyRevoke.userErrors);
    if (!errors.any) return seeOther('/usage-keys', 'revoked');
    return showAgain({ key: await this.find(visit, id), form: {}, errors });
  }

  private async find(visit: Visit, id: string) {
    const key = await findInList(
      id,
      async (after) => (await this.api.ask(visit, KeysToRevoke, { after })).usageKeys,
    );
    if (key === null) throw new ApiFault('NOT_FOUND', 'no such usage key');
    return key;
  }
}
