import { addJob } from '../jobs/add-job.js';
import type { Tx } from '../database/tx.js';
import { type mails } from '../messages/en/mails.js';

export type MailCode = keyof typeof mails;
export const MAIL_QUEUE = 'mail';

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type WordsOf<C extends MailCode> = Record<
  Placeholders<(typeof mails)[C]['subject']> | Placeholders<(typeof mails)[C]['text']>,
  string
>;

export interface MailPayload {
  readonly to: string;
  readonly code: MailCode;
  readonly words: Readonly<Record<string, string>>;
}

/** Puts a mail in the outbox: it leaves after this transaction's commit. */
export const addMail = async <C extends MailCode>(
  tx: Tx,
  to: string,
  code: C,
  words: WordsOf<C>,
): Promise<void> => {
  const payload: MailPayload = { to, code, words };
  await addJob(tx, { queue: MAIL_QUEUE, payload });
};
