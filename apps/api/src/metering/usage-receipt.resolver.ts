import { Args, ArgsType, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CheckReceipt, ReadUsage } from '#libs/metering';
import { notFound, Reader, readId, Requires, Shows, type Read, type Show } from '../graphql/index.js';
import { toUsageReceipt, UsageReceiptType } from './usage.type.js';

@ArgsType()
class UsageReceiptArgs {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => ID, { description: 'The lead authority.' })
  leadId!: string;

  @Field(() => String, { description: 'The number of the receipt.' })
  number!: string;
}

@ObjectType('UsageReceiptCheck', { description: 'A receipt, checked against what is stored now.' })
export class UsageReceiptCheckType {
  @Field(() => UsageReceiptType, { description: 'The receipt.' })
  receipt!: UsageReceiptType;

  @Field(() => Boolean, {
    description:
      'Whether the digest, worked out again from the stored events, is the one of the receipt: everything is there, and as it was.',
  })
  digestMatches!: boolean;
}

@Resolver()
export class UsageReceiptResolver {
  constructor(
    private readonly usage: ReadUsage,
    private readonly check: CheckReceipt,
  ) {}

  @Query(() => UsageReceiptCheckType, {
    description: 'A receipt by its number, and whether what it stands for is as it was. Needs usage:read.',
  })
  @Requires('usage:read')
  async usageReceiptCheck(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: UsageReceiptArgs,
  ): Promise<UsageReceiptCheckType> {
    const owner = { tenantId: readId('body', args.memberId), leadId: readId('body', args.leadId) };
    if (!/^[0-9]{1,18}$/.test(args.number)) throw notFound();
    return read(async (tx) => {
      const receipt = await this.usage.receipt(tx, owner, BigInt(args.number));
      if (receipt === null) throw notFound();
      show('USAGE_RECEIPTS', [{ tenantId: owner.tenantId }]);
      return { receipt: toUsageReceipt(receipt), digestMatches: await this.check.within(tx, receipt) };
    });
  }
}
