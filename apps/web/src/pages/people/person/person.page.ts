import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { ApiFault } from '../../../api/api-fault.js';
import type { Role } from '../../../api/me.generated.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { findInList } from '../../../frame/find-in-list.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { rolesIn } from '../../../words/role-meanings.js';
import { words } from './en.js';
import { Colleagues, GrantRole, RevokeRole, type ColleaguesQuery } from './operations.generated.js';

type Colleague = ColleaguesQuery['people']['edges'][number]['node'];

/** One colleague's roles. Giving and taking one is confirmed on a page of its own that says what it means. */
@Page({ path: '/people/:id/roles', access: 'person:edit', under: '/people' })
export class PersonPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const person = await this.find(visit, id);
    return show({ title: words.titleOf(person.name), person, open: rolesNotHeld(person, visit) });
  }

  @Get('give')
  async askToGive(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('role') asked: unknown,
  ): Promise<Answer> {
    const person = await this.find(visit, id);
    const open = rolesNotHeld(person, visit);
    const role = open.find((each) => each === asked);
    if (role !== undefined) return show({ title: words.giveTitle(person.name), person, role }, 'give');
    const errors = FormErrors.one('role', words.roleMissing);
    return showAgain({ title: words.titleOf(person.name), person, open, form: {}, errors });
  }

  @Post('give')
  async give(@TheVisit() visit: Visit, @Param('id') id: string, @Body('role') role: Role): Promise<Answer> {
    if (!rolesIn(visit.audience).includes(role)) throw new ApiFault('NOT_FOUND', 'no such role');
    const { roleGrant } = await this.api.ask(visit, GrantRole, { input: { personId: id, role } });
    const errors = FormErrors.of(roleGrant.userErrors);
    if (!errors.any) return seeOther(`/people/${id}/roles`, 'given');
    const person = await this.find(visit, id);
    return showAgain({ title: words.giveTitle(person.name), person, role, form: {}, errors }, 'give');
  }

  @Get('take')
  async askToTake(
    @TheVisit() visit: Visit,
    @Param('id') id: string,
    @Query('role') asked: unknown,
  ): Promise<Answer> {
    const person = await this.find(visit, id);
    const role = person.roles.find((each) => each === asked);
    if (role === undefined) return seeOther(`/people/${id}/roles`);
    return show(takeModel(person, role), 'take');
  }

  @Post('take')
  async take(@TheVisit() visit: Visit, @Param('id') id: string, @Body('role') role: Role): Promise<Answer> {
    if (!rolesIn(visit.audience).includes(role)) throw new ApiFault('NOT_FOUND', 'no such role');
    const { roleRevoke } = await this.api.ask(visit, RevokeRole, { input: { personId: id, role } });
    const errors = FormErrors.of(roleRevoke.userErrors, { personId: 'role' });
    if (errors.any)
      return showAgain({ ...takeModel(await this.find(visit, id), role), form: {}, errors }, 'take');
    // Without a role left they stand in no list any more.
    return roleRevoke.person === null
      ? seeOther('/people', 'takenLast')
      : seeOther(`/people/${id}/roles`, 'taken');
  }

  private async find(visit: Visit, id: string): Promise<Colleague> {
    const found = await findInList(
      id,
      async (after) => (await this.api.ask(visit, Colleagues, { after })).people,
    );
    if (found === null) throw new ApiFault('NOT_FOUND', 'no such colleague');
    return found;
  }
}

const rolesNotHeld = ({ roles }: Colleague, visit: Visit): readonly Role[] =>
  rolesIn(visit.audience).filter((role) => !roles.includes(role));

const takeModel = (person: Colleague, role: Role) => ({
  title: words.takeTitle(person.name),
  person,
  role,
  isLast: person.roles.length === 1,
});
