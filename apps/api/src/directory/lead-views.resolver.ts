import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ListLeadViews } from '#libs/directory';
import { pageOf } from '../catalogue/page.js';
import { PageArgs, Reader, readId, Requires, toConnection, type Read } from '../graphql/index.js';
import { LeadViewConnection, toLeadView } from './lead-view.type.js';

@ArgsType()
class LeadViewsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'From one lead authority only.' })
  leadId?: string | null;
}

@Resolver()
export class LeadViewsResolver {
  constructor(private readonly views: ListLeadViews) {}

  @Query(() => LeadViewConnection, {
    description: 'Who from your lead authorities looked at what is yours. Needs leadView:read.',
  })
  @Requires('leadView:read')
  async leadViews(@Reader() read: Read, @Args() args: LeadViewsArgs): Promise<LeadViewConnection> {
    const page = { ...pageOf(args), leadId: args.leadId ? readId('body', args.leadId) : null };
    const rows = await read((tx) => this.views.page(tx, page));
    return toConnection(args, rows, (row) => [row.lastAt.toISOString(), row.id], toLeadView);
  }
}
