import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadInvoiced } from '#libs/billing';
import { ReadCatalogue } from '#libs/catalogue';
import { formatShare, ReadCosts, type CostSharing } from '#libs/costs';
import { FindBody } from '#libs/directory';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import {
  CurrentCaller,
  DecimalScalar,
  notFound,
  Reader,
  readId,
  Requires,
  Shows,
  type Caller,
  type Read,
  type Show,
} from '../graphql/index.js';
import { CostSchemeType } from './cost-scheme.type.js';
import { CostSharingType, toYears } from './cost-sharing.type.js';
import { loadScheme } from './load-scheme.js';

@ObjectType('CostYearMember', {
  description: 'A member that has a service in a year, whose share is to be entered.',
})
export class CostYearMemberType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => Int, { nullable: true, description: 'Its population; null when the register has none.' })
  population!: number | null;

  @Field(() => Int, { description: 'In how many months of the year it has the service.' })
  months!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Last year's share in per cent; null when it had none.",
  })
  shareBefore!: string | null;
}

@ArgsType()
class YearOfOfferingArgs {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The financial year, such as 2026/27.' })
  year!: string;
}

@Resolver()
export class CostSharingResolver {
  constructor(
    readonly costs: ReadCosts,
    readonly catalogue: ReadCatalogue,
    readonly bodies: FindBody,
    private readonly invoiced: ReadInvoiced,
  ) {}

  @Query(() => [CostSharingType], {
    description: 'The services whose cost you share, with income against cost by year. Needs cost:read.',
  })
  @Requires('cost:read')
  async costSharings(@Reader() read: Read): Promise<CostSharingType[]> {
    return read(async (tx) => {
      const sharings: CostSharingType[] = [];
      for (const sharing of await this.costs.all(tx)) sharings.push(await this.load(tx, sharing));
      return sharings;
    });
  }

  @Query(() => CostSharingType, {
    description: 'One service whose cost you share, with income against cost by year. Needs cost:read.',
  })
  @Requires('cost:read')
  async costSharing(
    @Reader() read: Read,
    @Args('offeringId', { type: () => ID, description: 'The offering.' }) offeringId: string,
  ): Promise<CostSharingType> {
    return read(async (tx) => {
      const sharing = await this.costs.sharing(tx, readId('offering', offeringId));
      if (sharing === null) throw notFound();
      return this.load(tx, sharing);
    });
  }

  @Query(() => [CostYearMemberType], {
    description: 'Who has a service in a year, so that shares or figures can be entered. Needs cost:read.',
  })
  @Requires('cost:read')
  async costYearMembers(
    @Reader() read: Read,
    @Args() { offeringId, year }: YearOfOfferingArgs,
  ): Promise<CostYearMemberType[]> {
    const members = await read((tx) => this.costs.membersIn(tx, readId('offering', offeringId), year));
    if (members === null) throw notFound();
    return members
      .map(({ tenantId, name, population, months, before }) => ({
        memberId: toPublicId('body', tenantId),
        memberName: name,
        ...{ population, months: months.length },
        shareBefore: before === null ? null : formatShare(before),
      }))
      .sort((a, b) => (a.memberName < b.memberName ? -1 : 1));
  }

  @Query(() => CostSchemeType, {
    description: "One version of a year's shares, with every member. Needs cost:read.",
  })
  @Requires('cost:read')
  async costScheme(
    @Reader() read: Read,
    @Shows() show: Show,
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => ID, description: 'The id of the version.' }) id: string,
  ): Promise<CostSchemeType> {
    return read(async (tx) => {
      const seen = await this.costs.version(tx, readId('costScheme', id));
      if (seen === null) throw notFound();
      const { year, members } = seen.scheme;
      show(
        'BILLING_PREVIEW',
        members.map(({ tenantId }) => ({ tenantId, reference: year })),
      );
      return loadScheme(tx, this, seen, caller);
    });
  }

  private async load(tx: Tx, { offeringId }: CostSharing): Promise<CostSharingType> {
    const offering = await this.catalogue.offering(tx, offeringId);
    const meters = await this.catalogue.meters(tx, [offeringId]);
    const invoiced = await this.invoiced.byYear(
      tx,
      meters.map(({ id }) => id),
    );
    return {
      offeringId: toPublicId('offering', offeringId),
      offeringTitle: offering?.title ?? '',
      years: toYears(await this.costs.versions(tx, offeringId), invoiced),
    };
  }
}
