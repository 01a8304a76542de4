import type { Mailbox } from '../tools/mailbox/mailbox.js';
import { Client } from './client.js';

/** Where people sign in, and where their mail goes. */
export interface SignInPlace {
  readonly url: string;
  readonly mailbox: Mailbox;
}

/** Signs a person in with the code from their mail, as they would; `bodyId` chooses one of several bodies. */
export const signInAt = async (
  { url, mailbox }: SignInPlace,
  email: string,
  { bodyId, capacity = 'TENANT' }: { bodyId?: string; capacity?: string } = {},
): Promise<Client> => {
  const visitor = new Client(url, null);
  const since = new Date();
  await visitor.ok(
    'mutation($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { userErrors { code message } } }',
    { input: { email } },
  );
  const mail = await mailbox.next(email, /sign-in code/, since);
  const code = /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '';
  const { sessionSignIn } = await visitor.ok<{ sessionSignIn: { token: string } }>(
    'mutation($input: SessionSignInInput!) { sessionSignIn(input: $input) { token userErrors { code message } } }',
    { input: { email, code } },
  );
  const client = new Client(url, sessionSignIn.token);
  if (bodyId === undefined) return client;
  const { sessionActFor } = await client.ok<{ sessionActFor: { token: string } }>(
    'mutation($input: SessionActForInput!) { sessionActFor(input: $input) { token userErrors { code message } } }',
    { input: { bodyId, capacity } },
  );
  return new Client(url, sessionActFor.token);
};
