import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '#libs/kernel';
import { DecimalScalar, LocalDateScalar } from '../graphql/index.js';
import {
  CallInChoiceEnum,
  DecisionChoiceEnum,
  PurchaseOrderChoiceEnum,
  ScheduleChoiceEnum,
  VatRecoveryEnum,
} from './enums.js';

const text = (description: string) => Field(() => String, { nullable: true, description });
const date = (description: string) => Field(() => LocalDateScalar, { nullable: true, description });

// What is asked in a task is what is answered: each class is both. Null is an answer that is not given yet.

@ObjectType('AboutYou', { description: 'Who acts for the body.' })
@InputType('AboutYouInput', { description: 'Who acts for the body.' })
export class AboutYouAnswers {
  @text('The name of the sponsor: the chief executive, say, or the section 151 officer.')
  sponsorName?: string | null;

  @text("The sponsor's work email address.")
  sponsorEmail?: string | null;

  @text('The name of the client lead, who looks after the service for the body.')
  clientLeadName?: string | null;

  @text("The client lead's work email address.")
  clientLeadEmail?: string | null;

  @text('The name of the finance contact.')
  financeName?: string | null;

  @text("The finance contact's work email address.")
  financeEmail?: string | null;
}

@ObjectType('ExpectedVolume', { description: 'How much the body expects to use in a year.' })
@InputType('ExpectedVolumeInput', { description: 'How much the body expects to use in a year.' })
export class ExpectedVolume {
  @Field(() => ID, { description: 'A meter of one of the chosen services.' })
  meterId!: string;

  @Field(() => DecimalScalar, { description: 'The quantity in a year, with up to 4 decimal places.' })
  perYear!: string;
}

@ObjectType('YourNeed', { description: 'What the body needs.' })
@InputType('YourNeedInput', { description: 'What the body needs.' })
export class YourNeedAnswers {
  @text('What should be better afterwards, in 4,000 characters at most.')
  outcomes?: string | null;

  @Field(() => [ExpectedVolume], {
    nullable: true,
    description: 'One for each meter of the chosen services, 100 at most.',
  })
  volumes?: ExpectedVolume[] | null;
}

@ObjectType('OptInMoney', { description: 'How the body pays.' })
@InputType('OptInMoneyInput', { description: 'How the body pays.' })
export class MoneyAnswers {
  @Field(() => PurchaseOrderChoiceEnum, { nullable: true, description: 'How it uses purchase orders.' })
  purchaseOrder?: keyof typeof PurchaseOrderChoiceEnum | null;

  @text('The number, when it has one already.')
  purchaseOrderNumber?: string | null;

  @Field(() => VatRecoveryEnum, { nullable: true, description: 'How much VAT it recovers.' })
  vatRecovery?: keyof typeof VatRecoveryEnum | null;

  @text('The cost centre that pays.')
  costCentre?: string | null;
}

@ObjectType('OptInInformation', { description: 'How the body looks after personal data.' })
@InputType('OptInInformationInput', { description: 'How the body looks after personal data.' })
export class InformationAnswers {
  @Field(() => ScheduleChoiceEnum, {
    nullable: true,
    description: 'Whether the data processing schedule is accepted.',
  })
  schedule?: keyof typeof ScheduleChoiceEnum | null;

  @text('The name of the authorised officer who accepted it.')
  officerName?: string | null;

  @text("The officer's role.")
  officerRole?: string | null;

  @date('When it was accepted.')
  acceptedOn?: LocalDate | null;

  @text('The name of the data protection officer.')
  adviserName?: string | null;

  @text("The data protection officer's advice, which is recorded apart from the acceptance.")
  advice?: string | null;

  @date('When the advice was given.')
  advisedOn?: LocalDate | null;
}

@ObjectType('OptInAuthority', { description: "The body's own decision to join." })
@InputType('OptInAuthorityInput', { description: "The body's own decision to join." })
export class AuthorityAnswers {
  @Field(() => DecisionChoiceEnum, { nullable: true, description: 'Whether it is made.' })
  decision?: keyof typeof DecisionChoiceEnum | null;

  @text('Its reference, such as a minute number.')
  reference?: string | null;

  @text('Who made it, such as Cabinet.')
  decidedBy?: string | null;

  @date('When it was published.')
  publishedOn?: LocalDate | null;

  @date('From when it has effect: after call-in.')
  effectiveOn?: LocalDate | null;

  @Field(() => CallInChoiceEnum, { nullable: true, description: 'Whether it can be called in.' })
  callIn?: keyof typeof CallInChoiceEnum | null;

  @text('Why it is exempt from call-in; only for an exempt decision.')
  exemptReason?: string | null;
}
