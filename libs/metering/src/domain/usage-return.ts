import {
  addWorkingDays,
  err,
  exact,
  Exact,
  intersect,
  lastDayOf,
  monthLabel,
  okUnless,
  refuse,
  textFaults,
  type LocalDate,
  type Period,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { readQuantity } from './parse-event.js';
import type { UsageOwner } from './usage.js';

export const usageReturnStates = ['DUE', 'LATE', 'SUBMITTED', 'VALIDATED', 'LOCKED', 'REPLACED'] as const;
export type UsageReturnState = (typeof usageReturnStates)[number];

/** One version of what was filed for a call-off and a month. It never changes. */
export interface UsageReturn extends UsageOwner {
  readonly id: string;
  readonly callOffId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  /** 1, 2, 3 …; the last one counts. */
  readonly version: number;
  /** There was no use; then there are no figures. */
  readonly nil: boolean;
  /** Why it replaces the version before, or comes after the month was billed; null on one that does neither. */
  readonly reason: string | null;
  readonly receiptNumber: bigint | null;
  readonly filedBy: string;
  readonly filedAt: Date;
  readonly figures: readonly ReturnFigure[];
  /** Null unless finance sent it back. */
  readonly sentBack: SentBack | null;
}

export interface ReturnFigure {
  readonly meterId: string;
  readonly quantity: Exact;
  /** The usage record, of the source of returns, that the figure is counted by. */
  readonly eventId: string;
}

export interface SentBack {
  readonly note: string;
  readonly sentBackBy: string;
  readonly sentBackAt: Date;
}

export const excuseKinds = ['NO_USAGE', 'OTHER'] as const;
export type ExcuseKind = (typeof excuseKinds)[number];

/** Why a month may be billed without its return. */
export interface ReturnExcuse {
  readonly kind: ExcuseKind;
  readonly reason: string;
  readonly excusedBy: string;
  readonly excusedAt: Date;
}

/** A meter that is fed by returns. */
export interface ReturnMeter {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

const WORKING_DAYS_TO_FILE = 5;

/** The last day to file in time: the fifth working day after the month. */
export const returnDueOn = (month: Period): LocalDate =>
  addWorkingDays(lastDayOf(month), WORKING_DAYS_TO_FILE);

/** The day that a return's figures count on: the month's last in the call-off's term; null when it has none. */
export const dayOfReturn = (term: Period, month: Period): LocalDate | null => {
  const live = intersect(term, month);
  return live === null ? null : lastDayOf(live);
};

/** What there is about one month of a call-off. */
export interface ReturnStanding {
  readonly current: Pick<UsageReturn, 'sentBack'> | null;
  readonly excuse: ReturnExcuse | null;
  /** Whether the member's bill of the month was issued. */
  readonly closed: boolean;
  /** Whether a figure is unusual and nobody has said why. */
  readonly unexplained: boolean;
}

/** Where the month's return stands. One that was sent back is due again. */
export const returnStateOn = (
  { current, closed, unexplained }: ReturnStanding,
  month: Period,
  today: LocalDate,
): UsageReturnState => {
  const waiting = today > returnDueOn(month) ? 'LATE' : 'DUE';
  if (current?.sentBack) return waiting;
  if (closed) return 'LOCKED';
  if (current === null) return waiting;
  return unexplained ? 'SUBMITTED' : 'VALIDATED';
};

/** Whether a run of the month has to wait for it. */
export const isReturnMissing = ({ current, excuse }: Pick<ReturnStanding, 'current' | 'excuse'>): boolean =>
  excuse === null && (current === null || current.sentBack !== null);

/** A figure as it was typed in. */
export interface GivenFigure {
  readonly meterId: string;
  readonly quantity: string;
}

export type Figures = ReadonlyMap<string, Exact>;

/** Reads the figures of every meter, once each, or names everything that is wrong with them. */
export const readFigures = (
  given: readonly GivenFigure[],
  meters: readonly ReturnMeter[],
): Result<Figures> => {
  const figures = new Map<string, Exact>();
  const faults: Refusal[] = [];
  for (const [index, { meterId, quantity }] of given.entries()) {
    const meter = meters.find(({ id }) => id === meterId);
    if (!meter) return err(refuse('NOT_FOUND'));
    const path = ['figures', String(index), 'quantity'];
    const read = readQuantity(quantity, path);
    if (typeof read !== 'string') faults.push(read);
    else if (figures.has(meterId)) faults.push(refuse('RETURN_METER_TWICE', { meter: meter.title }, path));
    figures.set(meterId, typeof read === 'string' ? exact(read) : Exact.ONE);
  }
  for (const { id, title } of meters)
    if (!figures.has(id))
      faults.push(refuse('FIELD_REQUIRED', { field: `the quantity of ${title}` }, ['figures']));
  if (faults.length === 0 && [...figures.values()].every((figure) => figure.isZero()))
    faults.push(refuse('RETURN_ALL_ZERO', {}, ['figures']));
  return okUnless(faults, () => figures);
};

/** A figure to record as usage: new, or as the correction of an earlier record. */
export interface FigureToRecord {
  readonly meter: ReturnMeter;
  readonly quantity: Exact;
  readonly eventId: string;
  /** The record that it corrects; null when the meter had none of this month. */
  readonly corrects: string | null;
}

export interface PlannedReturn {
  readonly version: number;
  readonly figures: readonly ReturnFigure[];
  /** What changes, and so becomes usage records. */
  readonly records: readonly FigureToRecord[];
}

/**
 * What filing these figures (null: nil) makes of a month that has these versions: a figure that stays as it was stays
 * with its record, one that differs corrects it, and the first of a meter is a record of its own. A nil return
 * withdraws what was filed. `place` begins the ids of records: the same version of the same month has the same ids.
 */
export const planReturn = (
  earlier: readonly UsageReturn[],
  figures: Figures | null,
  meters: readonly ReturnMeter[],
  place: string,
): PlannedReturn => {
  const version = (earlier.at(-1)?.version ?? 0) + 1;
  const records: FigureToRecord[] = [];
  const kept: ReturnFigure[] = [];
  for (const meter of meters) {
    const counted = countedNow(earlier, meter.id);
    const quantity = figures?.get(meter.id) ?? Exact.ZERO;
    const same = counted !== null && counted.quantity.equals(quantity);
    const eventId = same ? counted.eventId : `${place}/${meter.code}/${version}`;
    if (!same && (counted !== null || figures !== null))
      records.push({ meter, quantity, eventId, corrects: counted?.eventId ?? null });
    if (figures !== null) kept.push({ meterId: meter.id, quantity, eventId });
  }
  return { version, figures: kept, records };
};

/** What counts of a meter by the versions so far, and a record of its chain; null when none was ever filed. */
const countedNow = (
  earlier: readonly UsageReturn[],
  meterId: string,
): { readonly quantity: Exact; readonly eventId: string } | null => {
  const last = earlier.flatMap(({ figures }) => figures.filter((each) => each.meterId === meterId)).at(-1);
  if (!last) return null;
  return earlier.at(-1)?.nil ? { ...last, quantity: Exact.ZERO } : last;
};

/** Where the ids of a month's records begin. */
export const placeOfReturn = (callOffPublicId: string, month: Period): string =>
  `${callOffPublicId}/${monthLabel(month)}`;

/** Everything wrong with a text that says why, or what to look at. */
export const wordsFaults = (text: string, name: 'reason' | 'note' | 'text'): readonly Refusal[] => {
  const fields = { reason: 'the reason', note: 'what is to be looked at', text: 'the explanation' };
  return textFaults(text, { field: fields[name], path: [name], max: 1000 });
};
