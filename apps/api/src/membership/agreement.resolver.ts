import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ReadAgreements, type NamedAgreement } from '#libs/membership';
import { pageOf } from '../catalogue/page.js';
import {
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  shownOf,
  Shows,
  toConnection,
  type Read,
  type Show,
  type ShownThing,
} from '../graphql/index.js';
import { AgreementConnection, AgreementObject, AgreementTermsType, toAgreement } from './agreement.type.js';

@ArgsType()
class AgreementsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of one member, for a lead authority.' })
  memberId?: string | null;
}

@Resolver(() => AgreementObject)
export class AgreementResolver {
  constructor(private readonly reader: ReadAgreements) {}

  @Query(() => AgreementConnection, {
    description:
      'The access agreements of your body, or of your members when you act for a lead authority. Needs agreement:read.',
  })
  @Requires('agreement:read')
  async agreements(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args() args: AgreementsArgs,
  ): Promise<AgreementConnection> {
    const page = pageOf(args);
    const memberId = args.memberId ? readId('body', args.memberId) : null;
    const rows = await read((tx) => this.reader.page(tx, memberId, page));
    show('AGREEMENT', shownOf(args, rows).map(named));
    return toConnection(args, rows, (row) => [row.sentAt.toISOString(), row.id], toAgreement);
  }

  @Query(() => AgreementObject, { description: 'An access agreement by its id. Needs agreement:read.' })
  @Requires('agreement:read')
  async agreement(
    @Reader() read: Read,
    @Shows() show: Show,
    @Args('id', { type: () => ID, description: 'The id of the agreement.' }) id: string,
  ): Promise<AgreementObject> {
    const agreement = await read((tx) => this.reader.byId(tx, readId('agreement', id)));
    if (agreement === null) throw notFound();
    show('AGREEMENT', [named(agreement)]);
    return toAgreement(agreement);
  }

  @ResolveField(() => AgreementTermsType, {
    description: 'What can be signed now, or what was signed.',
  })
  async terms(@Parent() { id }: AgreementObject, @Reader() read: Read): Promise<AgreementTermsType> {
    return read(async (tx) => {
      const agreement = await this.reader.byId(tx, readId('agreement', id));
      if (agreement === null) throw notFound();
      return this.reader.textOf(tx, agreement);
    });
  }
}

/** An agreement has no reference of its own: people know it by its framework. */
const named = ({ tenantId, id, frameworkTitle }: NamedAgreement): ShownThing => ({
  tenantId,
  id,
  reference: frameworkTitle,
});
