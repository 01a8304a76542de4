import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { seeOther, show, showAgain, type Answer } from '../../../frame/answer.js';
import type { Typed } from '../../../frame/dates-in-forms.js';
import { FormErrors } from '../../../frame/form-errors.js';
import { newKey } from '../../../frame/new-key.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { EstimateForm, SaveEstimate, type EstimateFormQuery } from './operations.generated.js';
import { readResidents, typicalVolume } from './typical-volume.js';
import { fieldOf, namesOf, saidOf, sendable, volumesIn } from './volumes-in-form.js';

/** What the address says: for which body, with how many residents, or which estimate to begin from. */
interface Asked {
  readonly body?: unknown;
  readonly residents?: unknown;
  readonly from?: unknown;
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

@Page({ path: '/frameworks/:id/estimate', access: 'public', under: '/' })
export class EstimateFormPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@Param('id') id: string, @Query() asked: Asked, @TheVisit() visit: Visit): Promise<Answer> {
    const read = await this.read(visit, id, textOf(asked.body), textOf(asked.from));
    const typed = textOf(asked.residents);
    const residents = typed === '' ? (bodyOf(read)?.population ?? null) : readResidents(typed);
    const wrong = typed !== '' && residents === null;
    const model = modelOf(read, residents);
    const form = {
      ...(read.estimate ? volumesOf(read.estimate) : typicalOf(model.services)),
      residents: typed,
      idempotencyKey: newKey(),
    };
    return wrong
      ? showAgain({ ...model, form, errors: FormErrors.one('residents', words.residentsWrong) })
      : show({ ...model, form });
  }

  @Post()
  async save(@Param('id') id: string, @Body() form: Typed, @TheVisit() visit: Visit): Promise<Answer> {
    const volumes = volumesIn(form);
    const { estimateSave } = await this.api.ask(visit, SaveEstimate, {
      input: {
        frameworkId: id,
        ...(form['bodyId'] ? { bodyId: form['bodyId'] } : {}),
        volumes: volumes.map(sendable),
        idempotencyKey: form['idempotencyKey'] ?? newKey(),
      },
    });
    if (estimateSave.estimate) return seeOther(`/estimates/${estimateSave.estimate.id}`, 'saved');
    const read = await this.read(visit, id, form['bodyId'] ?? '', '');
    const model = modelOf(read, bodyOf(read)?.population ?? null);
    const meters = model.services.flatMap((service) => service.meters);
    const unreadable = (meterId: string): string => {
      const { title = '', charge = 'USAGE' } = meters.find(({ id: own }) => own === meterId) ?? {};
      return words.unreadable(charge === 'USAGE' ? words.perYear(title) : title);
    };
    const said = saidOf(estimateSave.userErrors, volumes, unreadable);
    const errors = FormErrors.of(said, namesOf(volumes, meters[0]?.id));
    return showAgain({ ...model, form, errors });
  }

  private read(visit: Visit, id: string, bodyId: string, estimateId: string): Promise<EstimateFormQuery> {
    return this.api.ask(visit, EstimateForm, {
      id,
      bodyId,
      withBody: bodyId !== '',
      estimateId,
      withEstimate: estimateId !== '',
    });
  }
}

const bodyOf = ({ body, estimate }: EstimateFormQuery) => body ?? estimate?.body ?? null;

/** The services that take new members, with what is counted and has a price today. */
const modelOf = (read: EstimateFormQuery, residents: number | null) => ({
  framework: read.framework,
  body: bodyOf(read),
  residents,
  services: read.framework.offerings.edges
    .filter(({ node }) => node.closedReason === null)
    .map(({ node: { meters, ...offering } }) => ({
      ...offering,
      meters: meters.flatMap(({ prices, typicalPerThousand, ...meter }) => {
        const current = prices.find(({ state }) => state === 'CURRENT');
        const typical = typicalVolume(residents, typicalPerThousand ?? null);
        return current ? [{ ...meter, name: fieldOf(meter.id), words: current.price.words, typical }] : [];
      }),
    }))
    .filter(({ meters }) => meters.length > 0),
});

const typicalOf = (services: ReturnType<typeof modelOf>['services']): Typed =>
  Object.fromEntries(
    services.flatMap(({ meters }) =>
      meters.map(({ name, typical, charge }) => [name, typical ?? (charge === 'USAGE' ? '' : '1')]),
    ),
  );

const volumesOf = ({ lines }: NonNullable<EstimateFormQuery['estimate']>): Typed =>
  Object.fromEntries(lines.map(({ meterId, perYear }) => [fieldOf(meterId), perYear]));
