import { registerEnumType } from '@nestjs/graphql';
import { callOffStates } from '#libs/calloffs';
import { enumOf } from '../membership/enums.js';

export const CallOffStateEnum = enumOf(callOffStates);
registerEnumType(CallOffStateEnum, {
  name: 'CallOffState',
  description: 'Where a call-off stands today. More may be added.',
  valuesMap: {
    AWARDED: { description: 'Awarded; its first day is still to come.' },
    LIVE: { description: 'It runs.' },
    EXPIRED: { description: 'Its last day is over.' },
    NOTICE_GIVEN: { description: 'Notice was given.' },
    TERMINATED: { description: 'It was ended before its last day.' },
    CLOSED: { description: 'Ended, with everything settled.' },
  },
});

export const AwardRouteEnum = enumOf(['DIRECT_AWARD']);
registerEnumType(AwardRouteEnum, {
  name: 'AwardRoute',
  description: 'How a call-off came about. More may be added.',
  valuesMap: { DIRECT_AWARD: { description: 'By direct award.' } },
});
