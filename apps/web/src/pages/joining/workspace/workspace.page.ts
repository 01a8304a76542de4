import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { Cookies } from '../../../frame/cookies.js';
import { localAddress } from '../../../frame/form-as-sent.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { ActForWorkspace, BodiesOfEmail, OpenWorkspace } from './operations.generated.js';

interface Form {
  readonly bodyId?: string;
  /** Where to go on. */
  readonly to?: string;
}

@Page({ path: '/workspace', access: 'signed-in' })
export class WorkspacePage {
  constructor(
    private readonly api: Api,
    private readonly cookies: Cookies,
  ) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('to') to: unknown): Promise<Answer> {
    return show({ ...(await this.modelOf(visit)), form: { to: localAddress(to) } });
  }

  /** Opens the workspace, and acts for the body from now on: the stranger's session ends. */
  @Post()
  async open(
    @Body() form: Form,
    @TheVisit() visit: Visit,
    @Res({ passthrough: true }) res: Response,
  ): Promise<Answer> {
    const input = form.bodyId ? { bodyId: form.bodyId } : {};
    const { workspaceOpen } = await this.api.ask(visit, OpenWorkspace, { input });
    const opened = FormErrors.of(workspaceOpen.userErrors);
    if (opened.any || workspaceOpen.body === null)
      return showAgain({ ...(await this.modelOf(visit)), form, errors: opened });
    const { sessionActFor } = await this.api.ask(visit, ActForWorkspace, {
      input: { capacity: 'TENANT', bodyId: workspaceOpen.body.id },
    });
    if (sessionActFor.token !== null) this.cookies.keepToken(res, sessionActFor.token);
    return seeOther(localAddress(form.to), 'opened');
  }

  /** The bodies of today that the person's email address may belong to, or the one whose workspace they are in. */
  private async modelOf(visit: Visit): Promise<{ already: string | null; bodies: readonly object[] }> {
    const { person, memberships } = visit.me ?? {};
    const { bodySearch } = await this.api.ask(visit, BodiesOfEmail, { email: person?.email ?? '' });
    const found = bodySearch.edges.flatMap(({ node }) =>
      node.standing === 'ABOLISHED' ? node.successors : [node],
    );
    const bodies = [...new Map(found.map(({ id, name, type }) => [id, { id, name, type }])).values()];
    const mine = memberships?.filter(({ capacity }) => capacity === 'TENANT').map(({ body }) => body?.id);
    const already = bodies.find(({ id }) => mine?.includes(id))?.name ?? null;
    return { already, bodies };
  }
}
