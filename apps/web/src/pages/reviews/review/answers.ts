import { date } from '../../../formats/dates.js';
import { quantity } from '../../../formats/money.js';
import { answerWords as w } from './answer-words.js';
import type { ReviewQuery } from './operations.generated.js';

type Task = ReviewQuery['optIn']['tasks'][number];

/** A question of a task with what was answered; the answer is empty when nothing was told. */
export interface AnswerRow {
  readonly key: string;
  readonly value: string;
}

/** A meter's name and unit by its id. */
export type Meters = ReadonlyMap<string, { readonly title: string; readonly unit: string }>;

const optionalDate = (text: string | null): string => (text === null ? '' : date(text));
const person = (name: string | null, email: string | null): string =>
  [name, email].filter((part) => part !== null).join(', ');

/** What a body answered in a task, question by question, in the order in which it was asked. */
export const answersOf = (task: Task, meters: Meters): readonly AnswerRow[] => {
  const { aboutYou, yourNeed, money, information, authority } = task;
  if (aboutYou)
    return [
      { key: w.sponsor, value: person(aboutYou.sponsorName, aboutYou.sponsorEmail) },
      { key: w.clientLead, value: person(aboutYou.clientLeadName, aboutYou.clientLeadEmail) },
      { key: w.finance, value: person(aboutYou.financeName, aboutYou.financeEmail) },
    ];
  if (yourNeed) return needRows(yourNeed, meters);
  if (money)
    return [
      { key: w.purchaseOrder, value: money.purchaseOrder ? w.purchaseOrders[money.purchaseOrder] : '' },
      ...(money.purchaseOrderNumber
        ? [{ key: w.purchaseOrderNumber, value: money.purchaseOrderNumber }]
        : []),
      { key: w.vatRecovery, value: money.vatRecovery ? w.vatRecoveries[money.vatRecovery] : '' },
      { key: w.costCentre, value: money.costCentre ?? '' },
    ];
  if (information)
    return [
      { key: w.schedule, value: information.schedule ? w.schedules[information.schedule] : '' },
      { key: w.officer, value: person(information.officerName, information.officerRole) },
      { key: w.acceptedOn, value: optionalDate(information.acceptedOn) },
      { key: w.adviser, value: information.adviserName ?? '' },
      { key: w.advice, value: information.advice ?? '' },
      { key: w.advisedOn, value: optionalDate(information.advisedOn) },
    ];
  return authority ? decisionRows(authority) : [];
};

const needRows = ({ outcomes, volumes }: NonNullable<Task['yourNeed']>, meters: Meters): AnswerRow[] => [
  { key: w.outcomes, value: outcomes ?? '' },
  ...(volumes ?? []).map(({ meterId, perYear }) => {
    const meter = meters.get(meterId);
    return {
      key: w.volume(meter?.title ?? w.unknownMeter),
      value: w.perYear(quantity(perYear), meter?.unit),
    };
  }),
];

const decisionRows = (authority: NonNullable<Task['authority']>): AnswerRow[] => [
  { key: w.decision, value: authority.decision ? w.decisions[authority.decision] : '' },
  { key: w.decidedBy, value: authority.decidedBy ?? '' },
  { key: w.decisionReference, value: authority.reference ?? '' },
  { key: w.publishedOn, value: optionalDate(authority.publishedOn) },
  { key: w.effectiveOn, value: optionalDate(authority.effectiveOn) },
  { key: w.callIn, value: authority.callIn ? w.callIns[authority.callIn] : '' },
  ...(authority.exemptReason ? [{ key: w.exemptReason, value: authority.exemptReason }] : []),
];
