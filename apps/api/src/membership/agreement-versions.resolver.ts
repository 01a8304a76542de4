import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { ReadAgreements } from '#libs/membership';
import {
  checkedFirst,
  cursorOf,
  notFound,
  PageArgs,
  Reader,
  readId,
  Requires,
  toConnection,
  type Read,
} from '../graphql/index.js';
import { AgreementVersionConnection, toAgreementVersion } from './agreement-version.type.js';

@ArgsType()
class AgreementVersionsArgs extends PageArgs {
  @Field(() => ID, { description: 'The framework.' })
  frameworkId!: string;
}

@Resolver()
export class AgreementVersionsResolver {
  constructor(private readonly reader: ReadAgreements) {}

  @Query(() => AgreementVersionConnection, {
    description:
      "The texts of the access agreement of one of the lead authority's frameworks, the newest first. Needs lead:read.",
  })
  @Requires('lead:read')
  async agreementVersions(
    @Reader() read: Read,
    @Args() args: AgreementVersionsArgs,
  ): Promise<AgreementVersionConnection> {
    const after = cursorOf(args);
    // A version is its own place in the list.
    if (after !== null && !after.every((version) => /^\d{1,4}\.\d{1,4}$/.test(version))) throw notFound();
    const page = { limit: checkedFirst(args) + 1, after };
    const frameworkId = readId('framework', args.frameworkId);
    const rows = await read((tx) => this.reader.versions(tx, frameworkId, page));
    if (rows === null) throw notFound();
    return toConnection(args, rows, ({ version }) => [version], toAgreementVersion);
  }
}
