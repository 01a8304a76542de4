export { Requires, Public } from '../auth/permission.js';
export { type Caller } from '../auth/caller.js';
export {
  CurrentActor,
  CurrentCaller,
  Reader,
  Shows,
  type GraphQLContext,
  type Read,
  type Show,
  type ShownThing,
} from './context.js';
export { DateTimeScalar, DecimalScalar, IdempotencyKeyScalar, LocalDateScalar } from './scalars.js';
export { Money, PeriodType, toMoney, toPeriod } from './money.type.js';
export { PayloadOf, toPayload } from './payload.js';
export { ConnectionOf, PageArgs, checkedFirst, cursorOf, toConnection, shownOf } from './connection.js';
export { notFound, refused } from './errors.js';
export { readId } from './read-id.js';
