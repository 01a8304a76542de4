import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AccountBalance, DebtByAge } from '#libs/billing';
import { toPublicId, type LocalDate } from '#libs/kernel';
import { ConnectionOf, LocalDateScalar, Money, toMoney } from '../graphql/index.js';

@ObjectType({ isAbstract: true })
abstract class DebtByAgeType {
  @Field(() => Money, { description: 'What is owed on invoices that are not due yet, or due today.' })
  notYetDue!: Money;

  @Field(() => Money, { description: 'What is 1 to 30 days late.' })
  days1To30!: Money;

  @Field(() => Money, { description: 'What is 31 to 60 days late.' })
  days31To60!: Money;

  @Field(() => Money, { description: 'What is 61 to 90 days late.' })
  days61To90!: Money;

  @Field(() => Money, { description: 'What is more than 90 days late.' })
  over90Days!: Money;

  @Field(() => Money, {
    description: 'What is disputed, whatever its age: it is not asked for until the dispute is decided.',
  })
  disputed!: Money;

  @Field(() => Money, {
    description: 'What invoices were paid and credited above their sums; it is taken off what is owed.',
  })
  overSettled!: Money;

  @Field(() => Money, {
    description:
      'What is owed on invoices in all: the ages and what is disputed together, less what was settled above.',
  })
  owed!: Money;

  @Field(() => Money, { description: 'Money that is not set against an invoice yet.' })
  onAccount!: Money;

  @Field(() => Money, {
    description: 'What is owed less what is on account; below 0 the member is in credit.',
  })
  balance!: Money;
}

@ObjectType('AccountBalance', { description: 'What one member owes, by age.' })
export class AccountBalanceType extends DebtByAgeType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;
}

@ObjectType('AccountBalanceTotal', { description: 'What all members owe together, by age.' })
export class AccountBalanceTotalType extends DebtByAgeType {
  @Field(() => Int, { description: 'How many members were ever charged or paid.' })
  members!: number;
}

@ObjectType('AccountBalanceConnection', { description: 'What members owe, by their names.' })
export class AccountBalanceConnection extends ConnectionOf(AccountBalanceType, 'AccountBalance') {
  @Field(() => AccountBalanceTotalType, {
    description: 'All members together, and not those of this page alone.',
  })
  total!: AccountBalanceTotalType;

  @Field(() => LocalDateScalar, { description: 'The day that the ages are counted to: today.' })
  asOf!: LocalDate;
}

export const toAccountBalance = ({ tenantId, name, debt }: AccountBalance): AccountBalanceType => ({
  memberId: toPublicId('body', tenantId),
  memberName: name,
  ...toDebtByAge(debt),
});

export const toDebtByAge = (debt: DebtByAge): DebtByAgeType => ({
  notYetDue: toMoney(debt.notYetDue),
  days1To30: toMoney(debt.days1To30),
  days31To60: toMoney(debt.days31To60),
  days61To90: toMoney(debt.days61To90),
  over90Days: toMoney(debt.over90Days),
  disputed: toMoney(debt.disputed),
  overSettled: toMoney(debt.overSettled),
  owed: toMoney(debt.owed),
  onAccount: toMoney(debt.onAccount),
  balance: toMoney(debt.balance),
});
