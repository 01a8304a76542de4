import type { ReadCallOffs } from '#libs/calloffs';
import { parseMonth } from '#libs/kernel';
import type { ReadReturns } from '#libs/metering';
import type { Tx } from '#libs/platform';
import { loadReturns, type ReturnSources, type UsageReturnType } from './usage-return.type.js';

/** Where a return that a mutation changed is read again. */
export interface ReturnReaders extends ReturnSources {
  readonly returns: ReadReturns;
  readonly callOffs: ReadCallOffs;
}

/** The return of a call-off and a month, as it stands now. */
export const loadReturn = async (
  tx: Tx,
  readers: ReturnReaders,
  of: { readonly callOffId: string; readonly month: string },
): Promise<UsageReturnType | null> => {
  const callOff = await readers.callOffs.byId(tx, of.callOffId);
  const month = parseMonth(of.month);
  const found = callOff && month && (await readers.returns.ofCallOff(tx, callOff, month));
  return found ? ((await loadReturns(tx, readers, [found])).get(found) ?? null) : null;
};

/** The return that a version is of. */
export const loadReturnOfVersion = async (
  tx: Tx,
  readers: ReturnReaders,
  returnId: string,
): Promise<UsageReturnType | null> => {
  const version = await readers.returns.version(tx, returnId);
  return version && loadReturn(tx, readers, { ...version, month: version.month.slice(0, 7) });
};
