import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { beforeSigning, decisionAddress, recordersAmong } from '../_agreement/before-signing.js';
import { Agreement, BeforeSigning, CountersignAgreement, SignAgreement } from './operations.generated.js';

interface Form {
  readonly role?: string;
  /** `yes` when the box is ticked. */
  readonly confirmsAuthority?: string;
  /** What was read. */
  readonly version?: string;
  readonly textSha256?: string;
}

/** The text of an agreement, who signed it, and the signing. */
@Page({ path: '/agreements/:id', access: 'agreement:read', under: '/agreements' })
export class AgreementPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @TheVisit() visit: Visit): Promise<Answer> {
    return show(await this.modelOf(id, visit));
  }

  @Post('sign')
  async sign(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { role = '', confirmsAuthority, version = '', textSha256 = '' } = form;
    const { agreementSign } = await this.api.ask(visit, SignAgreement, {
      input: { agreementId: id, role, version, textSha256, confirmsAuthority: confirmsAuthority === 'yes' },
    });
    // A newer text is shown with the refusal, so that the next signature is for what stands on the page then.
    const errors = FormErrors.of(agreementSign.userErrors, { version: '', textSha256: '' });
    if (errors.any) return showAgain({ ...(await this.modelOf(id, visit)), form, errors });
    return seeOther(`/agreements/${id}`, 'signed');
  }

  @Post('countersign')
  async countersign(@Param('id') id: string, @Body() form: Form, @TheVisit() visit: Visit): Promise<Answer> {
    const { agreementCountersign } = await this.api.ask(visit, CountersignAgreement, {
      input: { agreementId: id, role: form.role ?? '' },
    });
    const errors = FormErrors.of(agreementCountersign.userErrors);
    if (errors.any) return showAgain({ ...(await this.modelOf(id, visit)), form, errors });
    return seeOther(`/agreements/${id}`, 'countersigned');
  }

  private async modelOf(id: string, visit: Visit): Promise<Model> {
    const { agreement } = await this.api.ask(visit, Agreement, { id });
    const before =
      agreement.state === 'SENT' && !visit.isLead
        ? await this.beforeSigning(agreement.frameworkId, visit)
        : null;
    return {
      agreement,
      before,
      maySign: agreement.state === 'SENT' && before === null && visit.may('agreement:sign'),
      mayCountersign: agreement.state === 'SIGNED' && visit.may('agreement:countersign'),
    };
  }

  /** What the member has to do before it can sign, who does it, and where. */
  private async beforeSigning(frameworkId: string, visit: Visit): Promise<Model | null> {
    const { optIns, people } = await this.api.ask(visit, BeforeSigning, {});
    const nodes = optIns.edges.map(({ node }) => node);
    const before = beforeSigning(frameworkId, nodes, visit.today);
    if (before?.kind !== 'decision') return before;
    const mayRecord = visit.may('optIn:edit');
    return {
      ...{ kind: before.kind, mayRecord, address: decisionAddress(before.optInId, mayRecord) },
      recorders: recordersAmong(people.edges.map(({ node }) => node)),
    };
  }
}
