import { Body, Get, Param, Post } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer, type Model } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import {
  Quarantined,
  QuarantinedPlaces,
  QuarantineReject,
  QuarantineRelease,
  type QuarantinedPlacesQuery,
  type QuarantinedQuery,
} from './operations.generated.js';
import { asSent, releaseEntry } from './release-entry.js';

type Sent = QuarantinedQuery['quarantinedUsage'];

/** Where the API's words for an event stand in the form. */
const RENAME = { type: 'meterCode', calloff: 'callOffId', callOff: 'callOffId' };

@Page({ path: '/quarantine/:id', access: 'quarantine:resolve', under: '/usage-receipts' })
export class QuarantinedPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const sent = await this.read(visit, id);
    return show({ ...(await this.modelOf(visit, sent)), form: asSent(sent) });
  }

  @Post('release')
  async release(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const sent = await this.read(visit, id);
    const { input, wrongs } = releaseEntry(sent, form);
    const errors = wrongs.any
      ? wrongs
      : FormErrors.of(
          (await this.api.ask(visit, QuarantineRelease, { input })).quarantineRelease.userErrors,
          RENAME,
        );
    if (errors.any) return showAgain({ ...(await this.modelOf(visit, sent)), form, errors });
    return seeOther('/quarantine', 'released');
  }

  @Post('reject')
  async reject(@TheVisit() visit: Visit, @Param('id') id: string, @Body() form: Typed): Promise<Answer> {
    const input = { quarantineId: id, reason: form['reason'] ?? '' };
    const { quarantineReject } = await this.api.ask(visit, QuarantineReject, { input });
    const errors = FormErrors.of(quarantineReject.userErrors);
    if (!errors.any) return seeOther('/quarantine', 'rejected');
    const sent = await this.read(visit, id);
    return showAgain({ ...(await this.modelOf(visit, sent)), form: { ...asSent(sent), ...form }, errors });
  }

  private async read(visit: Visit, id: string): Promise<Sent> {
    return (await this.api.ask(visit, Quarantined, { id })).quarantinedUsage;
  }

  private async modelOf(visit: Visit, sent: Sent): Promise<Model> {
    // Usage that no member was found for is the lead authority's own, and may be any member's.
    const isOwn = sent.memberId === sent.leadId;
    const places = await this.api.ask(visit, QuarantinedPlaces, {
      memberId: isOwn ? null : sent.memberId,
      bodyId: sent.memberId,
    });
    return {
      sent,
      member: isOwn ? null : places.body,
      callOffs: places.callOffs.edges.map(({ node }) => node),
      meters: metersOf(places),
      canDecide: sent.state === 'HELD' || sent.state === 'RELEASING',
    };
  }
}

/** The meters of the services that were called off, each code once. */
const metersOf = ({ callOffs, frameworks }: QuarantinedPlacesQuery) => {
  const called = new Set(callOffs.edges.map(({ node }) => node.offeringId));
  const offerings = frameworks.edges.flatMap(({ node }) => node.offerings.edges.map((edge) => edge.node));
  const meters = offerings.filter(({ id }) => called.has(id)).flatMap((offering) => offering.meters);
  return [...new Map(meters.map((meter) => [meter.code, meter])).values()];
};
