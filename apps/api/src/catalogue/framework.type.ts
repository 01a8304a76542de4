import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  frameworkStateOn,
  type AgreementType,
  type Ceiling,
  type CeilingMode,
  type Framework,
  type FrameworkState,
  type Lot,
  type ReadCatalogue,
  type Regime,
} from '#libs/catalogue';
import { Exact, formatPence, toPublicId, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import {
  ConnectionOf,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  Money,
  toMoney,
} from '../graphql/index.js';
import { AgreementTypeEnum, CeilingModeEnum, FrameworkStateEnum, RegimeEnum } from './enums.js';
import { LotType, toLot } from './lot.type.js';

@ObjectType('FrameworkCeiling', {
  description: 'The most that may be awarded under a framework, by all bodies together.',
})
export class FrameworkCeilingType {
  @Field(() => Money, { description: 'The ceiling.' })
  total!: Money;

  @Field(() => Money, { description: 'What has been committed by call-offs.' })
  committed!: Money;

  @Field(() => Money, { description: 'What is left; below 0 when an approver let an award go over.' })
  left!: Money;

  @Field(() => DecimalScalar, { description: 'The committed part in per cent, to two decimal places.' })
  committedPercent!: string;

  @Field(() => CeilingModeEnum, { description: 'What happens when an award would pass the ceiling.' })
  mode!: CeilingMode;
}

@ObjectType('Framework', {
  description:
    'An agreement under which public bodies can call off services without a procurement of their own.',
})
export class FrameworkType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  /** For the field `lead`; not in the schema. */
  leadId!: string;

  @Field(() => String, { description: "The lead authority's own reference." })
  reference!: string;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What it is for, in a few sentences.' })
  summary!: string;

  @Field(() => FrameworkStateEnum, { description: 'Where it stands today.' })
  state!: FrameworkState;

  @Field(() => RegimeEnum, { description: 'The law that it was procured under.' })
  regime!: Regime;

  @Field(() => AgreementTypeEnum, { description: 'The kind of framework.' })
  agreementType!: AgreementType;

  @Field(() => String, { description: 'The reference of the procurement notice.' })
  noticeReference!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which a call-off can be awarded.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day on which a call-off can be awarded.' })
  endsOn!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'Why it lasts more than 4 years; null when no reason was given.',
  })
  termReason!: string | null;

  @Field(() => Int, { description: 'The longest call-off in months, extensions included.' })
  maxTermMonths!: number;

  @Field(() => Int, {
    description: 'Usage that is older than so many months waits in quarantine and is not billed by itself.',
  })
  usageMaxAgeMonths!: number;

  @Field(() => Int, { description: "How many days' notice members get of a price increase." })
  priceNoticeDays!: number;

  @Field(() => Int, {
    description: 'How many working days after its submission an opt-in is to be reviewed.',
  })
  reviewWorkingDays!: number;

  @Field(() => Int, { description: "How many months' notice a member gives before it leaves." })
  noticeMonths!: number;

  @Field(() => Int, {
    description: 'How many days after it received an invoice a member may dispute a line of it.',
  })
  disputeDays!: number;

  @Field(() => Int, {
    description:
      "By how many per cent over the mean of the three months before a month's usage is called a spike.",
  })
  spikePercent!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was published and the list of who may use it was fixed; null for a draft.',
  })
  publishedAt!: Date | null;

  @Field(() => FrameworkCeilingType, { description: 'Its ceiling, and how much of it is used.' })
  ceiling!: FrameworkCeilingType;

  @Field(() => [LotType], { description: 'Its lots by number, 50 at most.' })
  lots!: readonly LotType[];
}

@ObjectType('FrameworkConnection', { description: 'Frameworks in the order in which they were set up.' })
export class FrameworkConnection extends ConnectionOf(FrameworkType, 'Framework') {}

/** Frameworks with their ceilings and lots, in two reads however many they are. */
export const loadFrameworks = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  frameworks: readonly Framework[],
): Promise<ReadonlyMap<string, FrameworkType>> => {
  const ids = frameworks.map(({ id }) => id);
  const ceilings = new Map(
    (await catalogue.ceilings(tx, ids)).map((ceiling) => [ceiling.frameworkId, ceiling]),
  );
  const lots = await catalogue.lotsOf(tx, ids);
  return new Map(
    frameworks.map((framework) => {
      const own = lots.filter(({ frameworkId }) => frameworkId === framework.id);
      return [framework.id, toFramework(framework, ceilings.get(framework.id), own, tx.today)];
    }),
  );
};

export const loadFramework = async (
  tx: Tx,
  catalogue: ReadCatalogue,
  id: string,
): Promise<FrameworkType | null> => {
  const framework = await catalogue.framework(tx, id);
  return framework && ((await loadFrameworks(tx, catalogue, [framework])).get(id) ?? null);
};

const toFramework = (
  framework: Framework,
  ceiling: Ceiling | undefined,
  lots: readonly Lot[],
  today: LocalDate,
): FrameworkType => {
  if (!ceiling) throw new Error('a framework without its ceiling');
  return {
    id: toPublicId('framework', framework.id),
    leadId: framework.leadId,
    reference: framework.reference,
    title: framework.title,
    summary: framework.summary,
    state: frameworkStateOn(framework, today),
    regime: framework.regime,
    agreementType: framework.agreementType,
    noticeReference: framework.noticeReference,
    startsOn: framework.startsOn,
    endsOn: framework.endsOn,
    termReason: framework.termReason,
    maxTermMonths: framework.maxTermMonths,
    usageMaxAgeMonths: framework.usageMaxAgeMonths,
    priceNoticeDays: framework.priceNoticeDays,
    reviewWorkingDays: framework.reviewWorkingDays,
    noticeMonths: framework.noticeMonths,
    disputeDays: framework.disputeDays,
    spikePercent: framework.spikePercent,
    publishedAt: framework.publishedAt,
    ceiling: toCeiling(ceiling, framework.ceilingMode),
    lots: lots.map(toLot),
  };
};

const toCeiling = ({ ceilingPence, committedPence }: Ceiling, mode: CeilingMode): FrameworkCeilingType => ({
  total: toMoney(ceilingPence),
  committed: toMoney(committedPence),
  left: toMoney(ceilingPence - committedPence),
  committedPercent: formatPence(Exact.of(committedPence * 10_000n, ceilingPence).round()),
  mode,
});
