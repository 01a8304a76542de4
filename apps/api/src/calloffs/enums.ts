import { registerEnumType } from '@nestjs/graphql';
import { callOffStates, purchaseOrderStates } from '#libs/calloffs';
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

export const PurchaseOrderStateEnum = enumOf(purchaseOrderStates);
registerEnumType(PurchaseOrderStateEnum, {
  name: 'PurchaseOrderState',
  description: 'How a purchase order stands today. More may be added.',
  valuesMap: {
    ACTIVE: { description: 'It covers charges.' },
    NEARLY_USED: { description: 'Four fifths of its value or more are charged.' },
    USED: { description: 'All of its value is charged.' },
    EXPIRED: { description: 'Its last day is over.' },
    EXEMPT: { description: 'The body uses no purchase orders.' },
  },
});

export const AwardRouteEnum = enumOf(['DIRECT_AWARD']);
registerEnumType(AwardRouteEnum, {
  name: 'AwardRoute',
  description: 'How a call-off came about. More may be added.',
  valuesMap: { DIRECT_AWARD: { description: 'By direct award.' } },
});
