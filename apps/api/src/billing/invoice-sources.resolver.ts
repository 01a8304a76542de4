import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadInvoices, type InvoiceLine } from '#libs/billing';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import { CallOffType, loadCallOffs } from '../calloffs/call-off.type.js';
import { PriceVersionType, toPriceVersion } from '../catalogue/meter.type.js';
import { Reader, readId, type Read } from '../graphql/index.js';
import { InvoiceType } from './invoice.type.js';

/** What the lines of an invoice were worked out from, once for all of them. */
@Resolver(() => InvoiceType)
export class InvoiceSourcesResolver {
  constructor(
    private readonly invoices: ReadInvoices,
    private readonly calledOff: ReadCallOffs,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
  ) {}

  @ResolveField(() => [CallOffType], { description: 'The call-offs that its lines charge for.' })
  async callOffs(@Parent() invoice: InvoiceType, @Reader() read: Read): Promise<CallOffType[]> {
    return read(async (tx) => {
      const lines = await this.invoices.lines(tx, [readId('invoice', invoice.id)]);
      return loadCallOffs(tx, this, await this.calledOff.byIds(tx, callOffsOf(lines)));
    });
  }

  @ResolveField(() => [PriceVersionType], {
    description: 'The price versions that its lines were worked out with.',
  })
  async priceVersions(@Parent() invoice: InvoiceType, @Reader() read: Read): Promise<PriceVersionType[]> {
    return read(async (tx) => {
      const lines = await this.invoices.lines(tx, [readId('invoice', invoice.id)]);
      const used = new Set(lines.map(({ priceVersionId }) => priceVersionId));
      const callOffs = await this.calledOff.byIds(tx, callOffsOf(lines));
      const offeringIds = [...new Set(callOffs.map(({ offeringId }) => offeringId))];
      const meters = await this.catalogue.meters(tx, offeringIds);
      const versions = await this.catalogue.priceVersions(
        tx,
        meters.map(({ id }) => id),
      );
      return meters.flatMap((meter) => {
        const own = versions.filter(({ meterId }) => meterId === meter.id);
        return own
          .filter(({ id }) => used.has(id))
          .map((version) => toPriceVersion(meter, version, own, tx.today));
      });
    });
  }
}

const callOffsOf = (lines: readonly InvoiceLine[]): string[] => [
  ...new Set(lines.map(({ callOffId }) => callOffId)),
];
