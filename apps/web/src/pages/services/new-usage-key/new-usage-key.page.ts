import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, showAgain, type Answer } from '../../../frame/answer.js';
import { listIn, type Fields } from '../../../frame/lists-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TypedValues } from '../../../frame/typed-values.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { lastDayBefore } from '../_usage/last-day.js';
import { words } from './en.js';
import { CallOffsForKey, CreateUsageKey, type CallOffState } from './operations.generated.js';

interface Form extends Fields {
  readonly label?: string;
  readonly source?: string;
  readonly callOffIds?: string | readonly string[];
  readonly idempotencyKey?: string;
}

/** Call-offs for which usage may still come. */
const OPEN: readonly CallOffState[] = ['AWARDED', 'LIVE', 'NOTICE_GIVEN'];
/** Refused as long past: it stands in for a date that cannot be read. */
const LONG_PAST = '2000-01-01';

/** Makes a key. Its secret is in the answer to the form alone: in no address, and not in the answer to a repeat. */
@Page({ path: '/usage-keys/new', access: 'usageKey:edit', under: '/usage-receipts' })
export class NewUsageKeyPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit): Promise<Answer> {
    const callOffs = await this.callOffs(visit);
    const callOffIds = callOffs.length === 1 ? callOffs.map(({ id }) => id) : [];
    return show({ callOffs, form: { callOffIds, idempotencyKey: newKey() } });
  }

  @Post()
  async make(@TheVisit() visit: Visit, @Body() form: Form): Promise<Answer> {
    const typed = new TypedValues(form);
    const expiresOn = typed.date('expiresOn', words.expiresOnWrong) ?? LONG_PAST;
    const callOffIds = listIn(form.callOffIds);
    const { usageKeyCreate } = await this.api.ask(visit, CreateUsageKey, {
      input: {
        label: form.label ?? '',
        source: form.source?.trim() ?? '',
        callOffIds,
        expiresOn,
        idempotencyKey: form.idempotencyKey ?? '',
      },
    });
    const errors = typed.errorsWith(usageKeyCreate.userErrors);
    const { usageKey, secret } = usageKeyCreate;
    if (errors.any || usageKey === null)
      return showAgain({ callOffs: await this.callOffs(visit), form: { ...form, callOffIds }, errors });
    const title = secret === null ? words.titleWhenGone : words.titleWhenMade;
    return show({ title, key: usageKey, secret, lastDay: lastDayBefore(usageKey.expiresAt) }, 'made');
  }

  private async callOffs(visit: Visit) {
    const { callOffs } = await this.api.ask(visit, CallOffsForKey, {});
    return callOffs.edges.map(({ node }) => node).filter(({ state }) => OPEN.includes(state));
  }
}
