import { date, instant } from '../../../formats/dates.js';
import { money } from '../../../formats/money.js';
import { reasonOf, type CollectionStage } from '../../../words/collection.js';
import { words } from './en.js';
import type { InvoicePageQuery } from './operations.generated.js';

type Collection = NonNullable<InvoicePageQuery['invoice']['collection']>;

/** What the page knows beside, for what it says. */
interface Circumstances {
  /** Whom the mandate is asked of, in words. */
  readonly who: string;
  readonly isDisputed: boolean;
  readonly today: string;
}

export interface CollectionView extends Collection {
  readonly stage: CollectionStage;
  readonly explained: readonly string[];
  /** Stripe does not collect it, or no more: what is owed is paid to the lead authority's own account. */
  readonly isOver: boolean;
}

export const collectionViewOf = (collection: Collection, circumstances: Circumstances): CollectionView => {
  const stage = stageOf(collection);
  return {
    ...collection,
    stage,
    explained: explain[stage](collection, circumstances),
    isOver:
      ['REVERSED', 'VOID', 'REFUSED'].includes(stage) ||
      (stage === 'DEBIT_FAILED' && collection.nextDebitOn === null),
  };
};

const stageOf = ({ state, debits }: Collection): CollectionStage => {
  const last = debits.at(-1)?.state;
  if (state !== 'OPEN' || last === undefined) return state;
  return last === 'FAILED' ? 'DEBIT_FAILED' : 'DEBIT_ASKED';
};

type Explain = (collection: Collection, circumstances: Circumstances) => readonly string[];
const { collected } = words;

const explain: Readonly<Record<CollectionStage, Explain>> = {
  WANTED: (collection, circumstances) => [collected.wanted, ...debitToCome(collection, circumstances)],
  OPEN: (collection, circumstances) => {
    if (isDebited(collection)) return debitToCome(collection, circumstances);
    return [collection.payTo === null ? collected.noAccount : collected.transfer];
  },
  DEBIT_ASKED: ({ debits }) =>
    debits.slice(-1).map(({ amount, startedAt }) => collected.asked(money(amount), instant(startedAt))),
  DEBIT_FAILED: (collection, circumstances) => [
    ...collection.debits
      .slice(-1)
      .map(({ amount, reason }) => collected.failed(money(amount), reasonOf(reason))),
    ...(collection.nextDebitOn === null ? [collected.noMore] : debitToCome(collection, circumstances)),
  ],
  PAID: () => [collected.paid],
  REVERSED: ({ debits }) => [collected.takenBack(reasonOf(debits.at(-1)?.reason ?? null))],
  VOID: () => [collected.givenUp],
  REFUSED: ({ refusal }) => [collected.refused(reasonOf(refusal))],
};

const isDebited = ({ method }: Collection): boolean => method === 'STRIPE_BACS_DEBIT';

/** When it is debited, or what keeps it from that. */
const debitToCome: Explain = (collection, { who, isDisputed, today }) => {
  const { mandate, nextDebitOn, debits } = collection;
  if (!isDebited(collection)) return [];
  if (mandate !== 'ACTIVE') return [collected.noMandate(who)];
  if (isDisputed) return [collected.disputed];
  if (nextDebitOn === null) return [];
  const { debitOn, debitNow } = collected;
  const again = debits.length > 0;
  return [nextDebitOn > today ? debitOn(date(nextDebitOn), again) : debitNow(again)];
};
