import { addJobs, type addMail, type MailCode, type Tx } from '#libs/platform';
import type { Role } from '../domain/role.js';

export const NOTICE_QUEUE = 'notice';

/** A mail's words by name, as its text needs them. */
type WordsOf<C extends MailCode> = Parameters<typeof addMail<C>>[3];

/** Mail `mail` to whoever holds `role` in the body when the notice is sent. */
export interface Notice<C extends MailCode = MailCode> {
  readonly bodyId: string;
  readonly role: Role;
  readonly mail: C;
  readonly words: WordsOf<C>;
}

/**
 * Tells the holders of a role in a body, from any unit of work: addresses are looked up when the notice is sent, so
 * that nobody needs to see another body's people, and whoever lost the role meanwhile is not told.
 */
export const addNotice = async <C extends MailCode>(tx: Tx, notice: Notice<C>): Promise<void> => {
  await addNotices(tx, [notice]);
};

/** Several at once. */
export const addNotices = async <C extends MailCode>(
  tx: Tx,
  notices: readonly Notice<C>[],
): Promise<void> => {
  await addJobs(
    tx,
    notices.map((payload) => ({ queue: NOTICE_QUEUE, payload })),
  );
};
