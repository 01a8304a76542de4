import { Query, Resolver } from '@nestjs/graphql';
import { ReadLeadAuthority } from '#libs/directory';
import { Reader, Requires, type Read } from '../graphql/index.js';
import { LeadAuthorityType, toLeadAuthority } from './lead-authority.type.js';

@Resolver()
export class LeadAuthorityResolver {
  constructor(private readonly leads: ReadLeadAuthority) {}

  @Query(() => LeadAuthorityType, { description: 'The lead authority that you act for. Needs lead:read.' })
  @Requires('lead:read')
  async leadAuthority(@Reader() read: Read): Promise<LeadAuthorityType> {
    return toLeadAuthority(await read((tx) => this.leads.own(tx)));
  }
}
