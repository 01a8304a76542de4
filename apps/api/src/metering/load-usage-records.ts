import type { ReadCountedOn } from '#libs/billing';
import { mayDo } from '#libs/directory';
import type { UsageRecord } from '#libs/metering';
import type { Tx } from '#libs/platform';
import { toConnection, type Caller, type PageArgs } from '../graphql/index.js';
import { toCountedOn } from './counted-on.type.js';
import { toUsageRecord, type UsageRecordConnection, type UsageRecordType } from './usage.type.js';

/** A record with what stands on it, and where it stands in a list. */
interface LoadedRecord {
  readonly key: readonly string[];
  readonly type: UsageRecordType;
}

/** What counted the records is nobody's to see who may not read invoices. */
export const loadUsageRecords = async (
  tx: Tx,
  countedOn: ReadCountedOn,
  { roles }: Caller,
  records: readonly UsageRecord[],
): Promise<readonly LoadedRecord[]> => {
  const counted = mayDo(roles, 'invoice:read') ? await countedOn.ofRecords(tx, records) : null;
  return records.map((record, at) => ({
    key: [record.receiptNumber.toString(), record.source, record.eventId],
    type: toUsageRecord(record, counted && (counted[at] ?? []).map(toCountedOn)),
  }));
};

export const toUsageRecordConnection = (
  args: PageArgs,
  records: readonly LoadedRecord[],
): UsageRecordConnection =>
  toConnection(
    args,
    records,
    ({ key }) => key,
    ({ type }) => type,
  );
