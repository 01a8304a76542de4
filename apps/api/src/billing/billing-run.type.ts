import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { BillingRun, ReadRuns, RunDocuments, RunState, RunTenantState } from '#libs/billing';
import { toPublicId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConnectionOf, DateTimeScalar, Money, PeriodType, toMoney, toPeriod } from '../graphql/index.js';
import { BillingRunMemberStateEnum, BillingRunStateEnum } from './enums.js';

@ObjectType('BillingRunTotals', { description: 'What the invoices of a run come to, by where they stand.' })
export class BillingRunTotalsType {
  @Field(() => Int, { description: 'How many invoices are drafts.' })
  drafts!: number;

  @Field(() => Int, { description: 'How many are approved and not issued.' })
  approved!: number;

  @Field(() => Int, { description: 'How many are issued.' })
  issued!: number;

  @Field(() => Money, { description: 'All of them without VAT.' })
  net!: Money;

  @Field(() => Money, { description: 'All of them with VAT.' })
  gross!: Money;
}

@ObjectType('BillingRun', { description: "A lead authority's monthly run. A month has one." })
export class BillingRunType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => PeriodType, { description: 'The month that it bills.' })
  period!: PeriodType;

  @Field(() => BillingRunStateEnum, { description: 'Where it stands.' })
  state!: RunState;

  @Field(() => ID, { description: 'Who prepared it last.' })
  preparedById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was first prepared.' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, {
    description:
      'When the work that goes on, or went on last, was asked for: prepared again, or parked ones retried.',
  })
  begunAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many seconds it still takes if it goes on as it went so far; null when it is not being prepared, and while that cannot be said.',
  })
  secondsToGo!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the last member was done; null while it is prepared, and when it was stopped.',
  })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'How many members still wait.' })
  waiting!: number;

  @Field(() => Int, { description: 'How many members are done.' })
  done!: number;

  @Field(() => Int, { description: 'How many members are parked: their bills need a person first.' })
  parked!: number;

  @Field(() => BillingRunTotalsType, { description: 'What its invoices come to.' })
  totals!: BillingRunTotalsType;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over its drafts, as hex: an approval of all of them names it. Null when there are none.',
  })
  draftsSha256!: string | null;
}

@ObjectType('BillingRunConnection', { description: 'Billing runs, the newest first.' })
export class BillingRunConnection extends ConnectionOf(BillingRunType, 'BillingRun') {}

@ObjectType('BillingRunMember', { description: 'How far a run is with one member.' })
export class BillingRunMemberType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => BillingRunMemberStateEnum, { description: 'How far it is.' })
  state!: RunTenantState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is parked, what still waits, or what is carried to the next run; null when there is nothing to say.',
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was done or parked; null while it waits.',
  })
  finishedAt!: Date | null;
}

@ObjectType('BillingRunMemberConnection', {
  description: 'The members of a run: those that wait, then parked ones, then those that are done.',
})
export class BillingRunMemberConnection extends ConnectionOf(BillingRunMemberType, 'BillingRunMember') {}

/** Where the figures of runs are read. */
export interface RunSources {
  readonly runs: ReadRuns;
  readonly documents: RunDocuments;
}

export const loadRun = async (
  tx: Tx,
  { runs, documents }: RunSources,
  run: BillingRun,
): Promise<BillingRunType> => {
  const counts = await runs.counts(tx, run.id);
  const sums = await runs.sums(tx, run);
  const invoices = (state: string): number => sums.find((sum) => sum.state === state)?.invoices ?? 0;
  return {
    id: toPublicId('billingRun', run.id),
    period: toPeriod(run.period),
    state: run.state,
    preparedById: toPublicId('person', run.preparedBy),
    startedAt: run.startedAt,
    begunAt: run.begunAt,
    secondsToGo: await runs.secondsToGo(tx, run),
    finishedAt: run.finishedAt,
    waiting: counts.WAITING,
    done: counts.DONE,
    parked: counts.PARKED,
    totals: {
      drafts: invoices('DRAFT'),
      approved: invoices('APPROVED'),
      issued: invoices('ISSUED'),
      net: toMoney(sums.reduce((sum, { net }) => sum + net, 0n)),
      gross: toMoney(sums.reduce((sum, { gross }) => sum + gross, 0n)),
    },
    draftsSha256: await documents.draftsSha256(tx, run.id),
  };
};
