import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Refusal, type Result } from '#libs/kernel';
import { Actor, auditBody, auditPlatform, once, UnitOfWork, type Tx } from '#libs/platform';
import { parseEmail } from '../domain/email.js';
import { isInvoicePrefix } from '../domain/seller-details.js';
import { LeadAuthorityRepository } from '../persistence/lead-authority.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { FindBody } from './find-body.js';

export interface AppointLeadCommand {
  readonly bodyId: string;
  /** 2 to 6 capital letters */
  readonly invoicePrefix: string;
  /** The first person who may act for the lead authority, and give others roles. */
  readonly approver: { readonly email: string; readonly name: string };
  readonly idempotencyKey: string;
}

/**
 * Makes a body a lead authority, with its first approver. Refuses with INVOICE_PREFIX_FORMAT, INVOICE_PREFIX_TAKEN,
 * EMAIL_FORMAT, faults of the name, BODY_ABOLISHED or LEAD_ALREADY.
 */
@Injectable()
export class AppointLead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly find: FindBody,
    private readonly leads: LeadAuthorityRepository,
    private readonly people: PersonRepository,
  ) {}

  async execute(
    actor: Actor,
    command: AppointLeadCommand,
  ): Promise<Result<{ leadId: string; approverId: string }>> {
    const { personId, requestId } = actor.identity;
    const email = parseEmail(command.approver.email);
    const faults: Refusal[] = [
      ...(isInvoicePrefix(command.invoicePrefix)
        ? []
        : [refuse('INVOICE_PREFIX_FORMAT', {}, ['invoicePrefix'])]),
      ...(email === null ? [refuse('EMAIL_FORMAT', {}, ['approver', 'email'])] : []),
      ...textFaults(command.approver.name, { field: "the approver's name", path: ['approver', 'name'] }),
    ];
    if (email === null || faults.length > 0) return err(faults);
    const { bodyId, invoicePrefix } = command;
    const approver = { email: email.address, name: command.approver.name.trim() };
    return this.work.run(Actor.system('appoint-lead', requestId, personId), (tx) =>
      once(
        tx,
        {
          operation: 'lead.appoint',
          key: command.idempotencyKey,
          command: { bodyId, invoicePrefix, approver },
        },
        () => this.appoint(tx, { bodyId, invoicePrefix, approver, appointedBy: personId }),
      ),
    );
  }

  private async appoint(
    tx: Tx,
    lead: {
      bodyId: string;
      invoicePrefix: string;
      approver: { email: string; name: string };
      appointedBy: string | null;
    },
  ): Promise<Result<{ leadId: string; approverId: string }>> {
    const { bodyId, invoicePrefix, approver, appointedBy } = lead;
    const body = await this.find.byId(tx, bodyId);
    if (body === null) return err(refuse('NOT_FOUND', {}, ['bodyId']));
    const closed = await this.find.closedRefusal(tx, body, ['bodyId']);
    if (closed) return err(closed);
    if (!(await this.leads.add(tx, { leadId: bodyId, invoicePrefix, appointedBy }))) {
      const already = await this.leads.exists(tx, bodyId);
      return err(
        already
          ? refuse('LEAD_ALREADY', { body: body.name }, ['bodyId'])
          : refuse('INVOICE_PREFIX_TAKEN', { prefix: invoicePrefix }, ['invoicePrefix']),
      );
    }
    const person = await this.people.obtain(tx, approver.email, approver.name);
    await this.people.grant(tx, {
      personId: person.id,
      bodyId,
      role: 'LEAD_APPROVER',
      grantedBy: appointedBy,
    });
    await auditPlatform(tx, {
      action: 'lead.appoint',
      subjectKind: 'body',
      subjectId: bodyId,
      details: { invoicePrefix, approverId: person.id },
    });
    const own = { bodyId, capacity: 'LEAD' } as const;
    await auditBody(tx, own, {
      action: 'role.grant',
      subjectKind: 'person',
      subjectId: person.id,
      details: { roles: ['LEAD_APPROVER'] },
    });
    return ok({ leadId: bodyId, approverId: person.id });
  }
}
