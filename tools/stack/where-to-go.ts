/** Somebody to sign in as in the demonstration. */
export interface DemonstrationPerson {
  readonly name: string;
  readonly email: string;
  /** What this person is there for, such as "lead authority, approves invoices". */
  readonly role: string;
}

export interface Places {
  readonly webUrl: string;
  readonly mailboxUrl: string | undefined;
  readonly dataDir: string | undefined;
  readonly logFolder: string;
}

/** The last thing `npm start` says: where everything is, and whom to sign in as. */
export function whereToGo(places: Places, people: readonly DemonstrationPerson[]): string {
  const width = Math.max(0, ...people.map(({ email }) => email.length));
  const lines = [
    '',
    'Accede is ready.',
    `  Pages     ${places.webUrl}`,
    `  GraphQL   ${places.webUrl}/graphql`,
    ...(places.mailboxUrl ? [`  Mailbox   ${places.mailboxUrl}  (mail is shown here and sent nowhere)`] : []),
    ...(places.dataDir ? [`  Data      ${places.dataDir}  (kept for the next start)`] : []),
    `  Logs      ${places.logFolder}`,
    ...(people.length > 0 ? ['', 'Sign in as:'] : []),
    ...people.map(({ name, email, role }) => `  ${email.padEnd(width)}   ${name}, ${role}`),
    '',
    'Ctrl-C stops everything.',
    '',
  ];
  return lines.join('\n');
}

export function printWhereToGo(places: Places, people: readonly DemonstrationPerson[]): void {
  console.log(whereToGo(places, people));
}
