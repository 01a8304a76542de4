import { Body, Get, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { listIn } from '../../../frame/lists-in-forms.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { rolesIn } from '../../../words/role-meanings.js';
import { AddPerson } from './operations.generated.js';

interface Form {
  readonly email?: string;
  readonly name?: string;
  readonly roles?: string | readonly string[];
  readonly idempotencyKey?: string;
}

/** Adds a colleague with their first roles. */
@Page({ path: '/people/new', access: 'person:edit', under: '/people' })
export class NewPersonPage {
  constructor(private readonly api: Api) {}

  @Get()
  ask(@TheVisit() visit: Visit): Answer {
    return show({ roles: rolesIn(visit.audience), form: { roles: [], idempotencyKey: newKey() } });
  }

  @Post()
  async add(@TheVisit() visit: Visit, @Body() form: Form): Promise<Answer> {
    const open = rolesIn(visit.audience);
    const chosen = listIn(form.roles);
    const { personAdd } = await this.api.ask(visit, AddPerson, {
      input: {
        email: form.email?.trim() ?? '',
        name: form.name?.trim() ?? '',
        roles: open.filter((role) => chosen.includes(role)),
        idempotencyKey: form.idempotencyKey ?? '',
      },
    });
    const errors = FormErrors.of(personAdd.userErrors);
    if (!errors.any) return seeOther('/people', 'added');
    return showAgain({ roles: open, form: { ...form, roles: chosen }, errors });
  }
}
