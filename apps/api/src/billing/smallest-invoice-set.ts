import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadSmallestInvoice, SetSmallestInvoice } from '#libs/billing';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  Money,
  PayloadOf,
  Reader,
  Requires,
  toMoney,
  toPayload,
  type Read,
} from '../graphql/index.js';

@InputType({ description: 'Below which sum bills are carried to the next run.' })
export class SmallestInvoiceSetInput {
  @Field(() => DecimalScalar, {
    description: 'Pounds without VAT, 1,000 at most; 0 for every bill to be drafted, however small.',
  })
  smallestInvoice!: string;
}

@ObjectType({ description: 'The setting.' })
export class SmallestInvoiceSetPayload extends PayloadOf('SmallestInvoiceSet', [
  'AMOUNT_FORMAT',
  'TOO_BIG',
  'TOO_MANY_DECIMALS',
  'TOO_SMALL',
]) {
  @Field(() => Money, { nullable: true, description: 'The smallest invoice; null when it was refused.' })
  smallestInvoice!: Money | null;
}

@Resolver()
export class SmallestInvoiceSetResolver {
  constructor(
    private readonly set: SetSmallestInvoice,
    private readonly setting: ReadSmallestInvoice,
  ) {}

  @Mutation(() => SmallestInvoiceSetPayload, {
    description:
      'Sets what a member must owe for a month, without VAT, for its bill to be drafted. Less is carried to the next run, but never past 31 March. Needs lead:edit.',
  })
  @Requires('lead:edit')
  async smallestInvoiceSet(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') { smallestInvoice }: SmallestInvoiceSetInput,
  ): Promise<SmallestInvoiceSetPayload> {
    return toPayload(await this.set.execute(actor, { amount: smallestInvoice }), async () => ({
      smallestInvoice: toMoney(await read((tx) => this.setting.within(tx))),
    }));
  }
}
