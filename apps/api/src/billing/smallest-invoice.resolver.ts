import { Query, Resolver } from '@nestjs/graphql';
import { ReadSmallestInvoice } from '#libs/billing';
import { Money, Reader, Requires, toMoney, type Read } from '../graphql/index.js';

@Resolver()
export class SmallestInvoiceResolver {
  constructor(private readonly setting: ReadSmallestInvoice) {}

  @Query(() => Money, {
    description:
      'What a member must owe for a month, without VAT, for its bill to be drafted and not carried to the next run; 0 when every bill is drafted. Needs billing:read.',
  })
  @Requires('billing:read')
  async smallestInvoice(@Reader() read: Read): Promise<Money> {
    return toMoney(await read((tx) => this.setting.within(tx)));
  }
}
