import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { LeadView } from '../domain/lead-view.js';
import { LeadViewRepository, type LeadViewPage } from '../persistence/lead-view.repository.js';
import { FindBody } from './find-body.js';
import { PeopleNames } from './people-names.js';

export interface NamedLeadView extends LeadView {
  readonly leadName: string;
  readonly personName: string;
}

/** A tenant sees who from its lead authorities looked at what is its own; a lead authority sees nothing here. */
@Injectable()
export class ListLeadViews {
  constructor(
    private readonly views: LeadViewRepository,
    private readonly bodies: FindBody,
    private readonly people: PeopleNames,
  ) {}

  /** The newest first, up to `page.limit`. */
  async page(tx: Tx, page: LeadViewPage): Promise<readonly NamedLeadView[]> {
    const views = await this.views.page(tx, page);
    const leads = await this.bodies.byIds(
      tx,
      views.map(({ leadId }) => leadId),
    );
    const people = await this.people.within(
      tx,
      views.map(({ personId }) => personId),
    );
    return views.map((view) => ({
      ...view,
      leadName: leads.get(view.leadId)?.name ?? '',
      personName: people.get(view.personId) ?? '',
    }));
  }
}
