import { addDays, addMonths, earlierOf, type LocalDate, type Pence } from '#libs/kernel';

export const storedCallOffStates = ['AWARDED', 'NOTICE_GIVEN', 'TERMINATED', 'CLOSED'] as const;
export type StoredCallOffState = (typeof storedCallOffStates)[number];

/** As people see it: that it runs, or has run out, follows from its dates. */
export const callOffStates = ['AWARDED', 'LIVE', 'EXPIRED', 'NOTICE_GIVEN', 'TERMINATED', 'CLOSED'] as const;
export type CallOffState = (typeof callOffStates)[number];

/** A contract of one body for one offering of a framework. */
export interface CallOff {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  /** 'CO-000045-01' */
  readonly reference: string;
  readonly revision: number;
  readonly frameworkId: string;
  readonly lotId: string;
  readonly offeringId: string;
  readonly agreementId: string;
  readonly optInId: string;
  readonly state: StoredCallOffState;
  /** The first and the last day of its term. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly valuePence: Pence;
  readonly awardedAt: Date;
  readonly awardedBy: string;
}

/** What usage asks of a call-off. */
export type CallOffTerms = Pick<
  CallOff,
  'tenantId' | 'leadId' | 'id' | 'reference' | 'offeringId' | 'startsOn' | 'endsOn'
>;

export const callOffReference = (number: bigint, revision: number): string =>
  `CO-${number.toString().padStart(6, '0')}-${String(revision).padStart(2, '0')}`;

/** The last day of a term of so many months: 1 April and 12 months give 31 March. */
export const lastDayOfTerm = (startsOn: LocalDate, months: number): LocalDate =>
  addDays(addMonths(startsOn, months), -1);

/**
 * The earliest end date for a member that gives notice today: so many months from today (from 31 August, 6 months go to
 * 28 February), or the end of the term when that comes first.
 */
export const earliestLeaveOn = (
  { endsOn }: Pick<CallOff, 'endsOn'>,
  noticeMonths: number,
  today: LocalDate,
): LocalDate => earlierOf(endsOn, addMonths(today, noticeMonths));

/** The state on a day. */
export const callOffStateOn = (
  { state, startsOn, endsOn }: Pick<CallOff, 'state' | 'startsOn' | 'endsOn'>,
  today: LocalDate,
): CallOffState => {
  if (state !== 'AWARDED') return state;
  if (today < startsOn) return 'AWARDED';
  return today <= endsOn ? 'LIVE' : 'EXPIRED';
};
