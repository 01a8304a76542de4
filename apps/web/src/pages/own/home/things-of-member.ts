import { beforeSigning, decisionAddress } from '../../joining/_agreement/before-signing.js';
import { taskAddress } from '../../joining/_opt-in/task-forms.js';
import type { MemberHomeQuery } from './operations.generated.js';

type Nodes<T extends { readonly edges: readonly { readonly node: unknown }[] }> = T['edges'][number]['node'];
type OptIn = Nodes<MemberHomeQuery['optIns']>;
type Agreement = Nodes<MemberHomeQuery['agreements']>;
type CallOff = Nodes<MemberHomeQuery['callOffs']>;

/** How things stand for a body, and what the person who looks may do. */
export interface MemberStanding {
  readonly may: (permission: string) => boolean;
  /** `2026-09-27` */
  readonly today: string;
  readonly optIns: readonly OptIn[];
  readonly agreements: readonly Agreement[];
  /** The names of those who can sign for the body. */
  readonly signatories: readonly string[];
  /** The names of those who can record its decision to join. */
  readonly recorders: readonly string[];
  /** The newest first. */
  readonly callOffs: readonly CallOff[];
  /** Issued and not paid yet, as far as the person may see them. */
  readonly invoices: readonly { readonly state: string }[];
  /** Whether there are more of them. */
  readonly moreInvoices: boolean;
  /** How each lead authority is paid, as far as the person may see it. */
  readonly paymentMethods: NonNullable<MemberHomeQuery['paymentMethods']>;
}

interface At<K extends string> {
  readonly kind: K;
  readonly href: string;
  /** Whether it waits for the person who looks; otherwise it waits for somebody else. */
  readonly mine: boolean;
}
type OfOptIn<K extends string> = At<K> & { readonly reference: string; readonly lead: string };
type OfAgreement<K extends string> = At<K> & { readonly framework: string; readonly lead: string };

export type MemberThing =
  | (OfOptIn<'answerQuestions'> & { readonly questions: number })
  | (OfAgreement<'recordDecision'> & { readonly recorders: readonly string[] })
  | OfAgreement<'addSignatory'>
  | (OfAgreement<'signAgreement'> & { readonly signatories: readonly string[] })
  | (OfAgreement<'waitForDecision'> & { readonly on: string })
  | (OfOptIn<'acceptSchedule'> & { readonly services: string })
  | (OfOptIn<'awardCallOff'> & { readonly services: string })
  | (At<'addPurchaseOrder'> & { readonly reference: string; readonly service: string })
  | OfOptIn<'submitOptIn'>
  | (OfOptIn<'continueOptIn'> & { readonly done: number; readonly of: number })
  | (At<'lookAtInvoices'> & { readonly count: number; readonly more: boolean; readonly overdue: number })
  | (At<'giveMandate'> & { readonly lead: string })
  | OfOptIn<'resumeOptIn'>
  | OfAgreement<'waitForCountersignature'>
  | (OfOptIn<'waitForReview'> & { readonly due: string | null })
  | At<'chooseServices'>
  | (At<'startsLater'> & { readonly service: string; readonly on: string })
  | At<'running'>;

/** The kinds from the most to the least pressing. */
const PRESSING: readonly MemberThing['kind'][] = [
  'answerQuestions',
  'recordDecision',
  'addSignatory',
  'signAgreement',
  'acceptSchedule',
  'awardCallOff',
  'addPurchaseOrder',
  'submitOptIn',
  'continueOptIn',
  'giveMandate',
  'lookAtInvoices',
  'resumeOptIn',
  'waitForDecision',
  'waitForCountersignature',
  'waitForReview',
  'chooseServices',
  'startsLater',
  'running',
];

/** What there is to do for a body: first what waits for the person who looks, the most pressing of it first. */
export const thingsOfMember = (standing: MemberStanding): readonly [MemberThing, ...MemberThing[]] => {
  const found = [
    ...standing.optIns.flatMap((optIn) => ofOptIn(optIn, standing)),
    ...standing.agreements.flatMap((agreement) => ofAgreement(agreement, standing)),
    ...standing.callOffs.flatMap((callOff) => ofCallOff(callOff, standing)),
    ...ofInvoices(standing),
    ...ofPaymentMethods(standing),
  ];
  const [first, ...others] = [...found].sort(
    (a, b) => Number(b.mine) - Number(a.mine) || PRESSING.indexOf(a.kind) - PRESSING.indexOf(b.kind),
  );
  return first ? [first, ...others] : [withNothingOpen(standing)];
};

const withNothingOpen = ({ may, callOffs, today }: MemberStanding): MemberThing => {
  const [newest] = callOffs;
  if (newest === undefined) return { kind: 'chooseServices', href: '/opt-ins/new', mine: may('optIn:edit') };
  const hasBegun = callOffs.some(({ startsOn }) => startsOn <= today);
  if (hasBegun) return { kind: 'running', href: '/call-offs', mine: false };
  const { id, offeringTitle: service, startsOn: on } = newest;
  return { kind: 'startsLater', href: `/call-offs/${id}`, mine: false, service, on };
};

const OVER: readonly CallOff['state'][] = ['EXPIRED', 'TERMINATED', 'CLOSED'];

/** Without a purchase order, or the word that the body uses none, its invoices are held up. */
const ofCallOff = (
  { id, reference, state, offeringTitle: service, purchaseOrders }: CallOff,
  { may }: MemberStanding,
): readonly MemberThing[] => {
  if (OVER.includes(state) || purchaseOrders.edges.length > 0) return [];
  const mine = may('purchaseOrder:record');
  const href = mine ? `/call-offs/${id}/purchase-orders/new` : `/call-offs/${id}`;
  return [{ kind: 'addPurchaseOrder', href, mine, reference, service }];
};

const ofOptIn = (optIn: OptIn, { may, agreements }: MemberStanding): readonly MemberThing[] => {
  const { id, state, reference, leadName: lead, tasks } = optIn;
  const at = { href: `/opt-ins/${id}`, mine: may('optIn:edit'), reference, lead };
  const of = tasks.filter((task) => task.state !== 'NOT_APPLICABLE').length;
  const done = tasks.filter((task) => task.state === 'COMPLETED').length;
  switch (state) {
    case 'RETURNED':
      return [
        {
          ...at,
          kind: 'answerQuestions',
          questions: tasks.filter(({ question }) => question !== null).length,
        },
      ];
    case 'DRAFT':
    case 'IN_PROGRESS':
      return [done === of ? { ...at, kind: 'submitOptIn' } : { ...at, kind: 'continueOptIn', done, of }];
    case 'PAUSED':
      return [{ ...at, kind: 'resumeOptIn' }];
    case 'SUBMITTED':
    case 'UNDER_REVIEW':
      return [{ ...at, mine: false, kind: 'waitForReview', due: optIn.reviewDueOn }];
    case 'APPROVED': {
      const agreement = agreements.find(({ frameworkId }) => frameworkId === optIn.frameworkId);
      const open = optIn.offerings.filter(({ isOpen }) => isOpen).map(({ title }) => title);
      if (agreement?.state !== 'COUNTERSIGNED' || open.length === 0) return [];
      const services = open.join(', ');
      const schedule = tasks.find(({ task }) => task === 'INFORMATION');
      if (schedule && schedule.state !== 'COMPLETED' && schedule.state !== 'NOT_APPLICABLE')
        return [{ ...at, kind: 'acceptSchedule', href: taskAddress(id, 'INFORMATION'), services }];
      const mine = may('callOff:award');
      const href = mine ? `/call-offs/new?optIn=${id}` : at.href;
      return [{ ...at, kind: 'awardCallOff', href, mine, services }];
    }
    default:
      return [];
  }
};

const ofAgreement = (agreement: Agreement, standing: MemberStanding): readonly MemberThing[] => {
  const { id, state, frameworkTitle: framework, leadName: lead } = agreement;
  const { may, optIns, today, signatories, recorders } = standing;
  const at = { href: `/agreements/${id}`, framework, lead };
  if (state === 'SIGNED') return [{ ...at, kind: 'waitForCountersignature', mine: false }];
  if (state !== 'SENT') return [];
  const before = beforeSigning(agreement.frameworkId, optIns, today);
  if (before?.kind === 'decision') {
    const mine = may('optIn:edit');
    return [{ ...at, kind: 'recordDecision', href: decisionAddress(before.optInId, mine), mine, recorders }];
  }
  if (signatories.length === 0)
    return [{ ...at, kind: 'addSignatory', href: '/people', mine: may('person:edit') }];
  return before === null
    ? [{ ...at, kind: 'signAgreement', mine: may('agreement:sign'), signatories }]
    : [{ ...at, kind: 'waitForDecision', mine: false, on: before.on }];
};

const ofInvoices = ({ invoices, moreInvoices: more }: MemberStanding): readonly MemberThing[] =>
  invoices.length === 0
    ? []
    : [
        {
          ...{ kind: 'lookAtInvoices', href: '/invoices', mine: true, count: invoices.length, more },
          overdue: invoices.filter(({ state }) => state === 'OVERDUE').length,
        },
      ];

/** Where direct debit was chosen, nothing is collected before the mandate is given on its page. */
const ofPaymentMethods = ({ paymentMethods, may }: MemberStanding): readonly MemberThing[] =>
  paymentMethods
    .filter(
      ({ method, isStripeOn, mandate, mandateUrl }) =>
        method === 'STRIPE_BACS_DEBIT' && isStripeOn && mandate !== 'ACTIVE' && mandateUrl !== null,
    )
    .map(({ leadName: lead }) => ({
      kind: 'giveMandate',
      href: '/payment-methods',
      mine: may('paymentMethod:choose'),
      lead,
    }));
