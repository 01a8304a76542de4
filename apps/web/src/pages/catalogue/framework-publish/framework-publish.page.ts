import { Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ownFramework } from '../_parts/own-framework.js';
import { FrameworkPublish, FrameworkPublishFramework } from './operations.generated.js';

@Page({ path: '/catalogue/frameworks/:id/publish', access: 'catalogue:edit', under: '/catalogue' })
export class FrameworkPublishPage {
  constructor(private readonly api: Api) {}

  @Get()
  async ask(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    return show(await this.modelOf(visit, id));
  }

  @Post()
  async publish(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { frameworkPublish } = await this.api.ask(visit, FrameworkPublish, { input: { frameworkId: id } });
    const errors = FormErrors.of(frameworkPublish.userErrors);
    if (errors.any) return showAgain({ ...(await this.modelOf(visit, id)), form: {}, errors });
    return seeOther(`/catalogue/frameworks/${id}`, 'published');
  }

  private async modelOf(visit: Visit, id: string): Promise<Model> {
    const data = await this.api.ask(visit, FrameworkPublishFramework, { id });
    const framework = ownFramework(visit, data.framework);
    return { framework, rules: framework.eligibilityRules.edges.map(({ node }) => node.label) };
  }
}
