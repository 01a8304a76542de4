import { Field, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('UsageEventName', {
  description: 'What a usage event is called: its id is given once by its source.',
})
export class EventNameType {
  @Field(() => String, { description: 'The source that sent it; manual when a person recorded it.' })
  source!: string;

  @Field(() => String, { description: 'Its id.' })
  eventId!: string;
}

@InputType('UsageEventNameInput', {
  description: 'What a usage event is called: its id is given once by its source.',
})
export class EventNameInput {
  @Field(() => String, { description: 'The source that sent it; manual when a person recorded it.' })
  source!: string;

  @Field(() => String, { description: 'Its id.' })
  eventId!: string;
}
