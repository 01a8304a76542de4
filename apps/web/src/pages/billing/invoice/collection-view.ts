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
    explained: explain(stage, collection, circumstances),
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

const explain = (
  stage: CollectionStage,
  collection: Collection,
  circumstances: Circumstances,
): readonly string[] => {
  const { collected } = words;
  const { method, payTo, refusal, nextDebitOn } = collection;
  const last = collection.debits.at(-1);
  const isDebit = method === 'STRIPE_BACS_DEBIT';
  switch (stage) {
    case 'WANTED':
      return isDebit ? [collected.wanted, ...debitToCome(collection, circumstances)] : [collected.wanted];
    case 'OPEN':
      if (isDebit) return debitToCome(collection, circumstances);
      return [payTo === null ? collected.noAccount : collected.transfer];
    case 'DEBIT_ASKED':
      return last ? [collected.asked(money(last.amount), instant(last.startedAt))] : [];
    case 'DEBIT_FAILED': {
      const failed = last ? [collected.failed(money(last.amount), reasonOf(last.reason))] : [];
      const next = nextDebitOn === null ? [collected.noMore] : debitToCome(collection, circumstances);
      return [...failed, ...next];
    }
    case 'PAID':
      return [collected.paid];
    case 'REVERSED':
      return [collected.takenBack(reasonOf(last?.reason ?? null))];
    case 'VOID':
      return [collected.givenUp];
    case 'REFUSED':
      return [collected.refused(reasonOf(refusal))];
  }
};

/** When it is debited, or what keeps it from that. */
const debitToCome = (
  { mandate, nextDebitOn, debits }: Collection,
  { who, isDisputed, today }: Circumstances,
): readonly string[] => {
  if (mandate !== 'ACTIVE') return [words.collected.noMandate(who)];
  if (isDisputed) return [words.collected.disputed];
  if (nextDebitOn === null) return [];
  const { debitOn, debitNow } = words.collected;
  const again = debits.length > 0;
  return [nextDebitOn > today ? debitOn(date(nextDebitOn), again) : debitNow(again)];
};
