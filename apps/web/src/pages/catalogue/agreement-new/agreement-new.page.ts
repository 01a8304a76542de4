import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { AgreementVersionPublish, AgreementVersionPublishFramework } from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/:id/agreement/new', access: 'catalogue:edit', under: '/catalogue' })
export class AgreementNewPage {
  constructor(private readonly api: Api) {}

  /** The newest text is there to be changed. */
  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { framework, newest } = await this.read(visit, id);
    return show({ framework, newest, form: { text: newest?.text ?? '', idempotencyKey: newKey() } });
  }

  @Post()
  async publish(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const { agreementVersionPublish } = await this.api.ask(visit, AgreementVersionPublish, {
      input: {
        frameworkId: id,
        version: form['version']?.trim() ?? '',
        // Browsers send line ends as two characters; the text that is signed has one.
        text: (form['text'] ?? '').replaceAll('\r\n', '\n').trim(),
        idempotencyKey: form['idempotencyKey'] ?? newKey(),
      },
    });
    const errors = FormErrors.of(agreementVersionPublish.userErrors);
    if (errors.any) return showAgain({ ...(await this.read(visit, id)), form, errors });
    return seeOther(`/catalogue/frameworks/${id}`, 'published');
  }

  private async read(visit: Visit, id: string) {
    const data = await this.api.ask(visit, AgreementVersionPublishFramework, { id });
    return {
      framework: ownFramework(visit, data.framework),
      newest: data.agreementVersions.edges[0]?.node ?? null,
    } satisfies Model;
  }
}
