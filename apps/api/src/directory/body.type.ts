import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { isClosed, type Body } from '#libs/directory';
import { toPublicId, type LocalDate } from '#libs/kernel';
import { ConnectionOf, LocalDateScalar } from '../graphql/index.js';
import { BodyStandingEnum, type BodyStanding } from './enums.js';

@ObjectType('Body', {
  description: 'A public body of the register, whether or not it uses any service here.',
})
export class BodyType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => String, { description: 'Its full name.' })
  name!: string;

  @Field(() => String, { description: 'Its name without the kind of body.' })
  shortName!: string;

  @Field(() => String, { nullable: true, description: "The register's code; null for a body without one." })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'Its GSS code; null when it has none.' })
  gss!: string | null;

  @Field(() => String, { description: 'The kind of body, such as "Non-metropolitan district".' })
  type!: string;

  @Field(() => String, { nullable: true, description: 'The nation that it lies in; null when not known.' })
  nation!: string | null;

  @Field(() => String, { nullable: true, description: 'The region that it lies in; null when not known.' })
  region!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the county council around it; null when there is none.',
  })
  countyCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of its combined authority; null when there is none.',
  })
  combinedAuthorityCode!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Mid-2020 estimate; a county's contains its districts'. Null when not known.",
  })
  population!: number | null;

  @Field(() => BodyStandingEnum, { description: 'Whether it still exists today.' })
  standing!: BodyStanding;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its first day; null when not known.' })
  startedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day on which it is no more; null while no end is known.',
  })
  endedOn!: LocalDate | null;

  @Field(() => [String], { description: 'Names that it had before.' })
  formerNames!: readonly string[];

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  isInvented!: boolean;
}

@ObjectType('BodyConnection', { description: 'Public bodies, the best match first.' })
export class BodyConnection extends ConnectionOf(BodyType, 'Body') {}

export const toBody = (body: Body, today: LocalDate): BodyType => ({
  id: toPublicId('body', body.id),
  name: body.name,
  shortName: body.shortName,
  code: body.code,
  gss: body.gss,
  type: body.type,
  nation: body.nation,
  region: body.region,
  countyCode: body.countyCode,
  combinedAuthorityCode: body.combinedAuthorityCode,
  population: body.population,
  standing: isClosed(body, today) ? 'ABOLISHED' : 'ACTIVE',
  startedOn: body.startedOn,
  endedOn: body.endedOn,
  formerNames: body.formerNames,
  isInvented: body.invented,
});
