/** Who may do what somebody was refused. */
interface RoleWords {
  readonly body: string;
  readonly roles: readonly string[];
  /** The names of those who have one of the roles, and of those who can give it. */
  readonly holders: readonly string[];
  readonly givers: readonly string[];
}

/** `Ann, Bo and Cy` */
const listed = (names: readonly string[], last: 'and' | 'or'): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;

/** Three of many, and how many more. */
const some = (names: readonly string[]): readonly string[] =>
  names.length <= 4 ? names : [...names.slice(0, 3), `${names.length - 3} others`];

/** The words that every page shares. Another language is another file with the same keys. */
export const words = {
  skip: 'Skip to main content',
  signIn: 'Sign in',
  signOut: 'Sign out',
  menu: 'Menu',
  menuButton: 'Show or hide the menu',
  back: 'Back',
  breadcrumbs: 'Where you are',
  errorPrefix: 'Error:',
  errorTitle: 'There is a problem',
  success: 'Done',
  illustrative:
    'This is a demonstration. Its bodies, people and figures are invented, and its bank and VAT details cannot be used.',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  pages: 'Pages of this list',
  firstPage: 'First page',
  nextPage: 'Next page',
  toHome: 'Go to the start',
  about: 'Accede: opt-in shared services for public bodies. In English only for now; Welsh is to follow.',
  footerLabel: 'About this service',
  footer: [
    { text: 'Help', href: '/help' },
    { text: 'Accessibility', href: '/accessibility' },
    { text: 'Privacy', href: '/privacy' },
    { text: 'Cookies', href: '/cookies' },
  ],
  notFound: {
    title: 'Page not found',
    sentences: [
      'We could not find that page or record.',
      'If you typed the address, check it is correct. If you followed a link, the record may belong to another organisation than the one that you act for.',
    ],
  },
  notAllowed: {
    title: 'You cannot see this page',
    forRole: ({ body, roles, holders, givers }: RoleWords) => {
      const who =
        holders.length === 0
          ? `nobody at ${body} has it yet`
          : `at ${body} ${listed(some(holders), 'and')} ${holders.length === 1 ? 'has' : 'have'} it`;
      return `You need the role ${listed(roles, 'or')} for it: ${who}, and ${listed(some(givers), 'or')} can give it to you.`;
    },
    forOthers: (body: string | null, capacity: string) =>
      body === null
        ? 'No role opens it while you act for the service itself.'
        : `No role opens it while you act for ${body} as ${capacity === 'LEAD' ? 'a lead authority' : 'a member'}.`,
    actsForNobody: 'It is for people who act for an organisation here, and you act for none yet.',
    unknown:
      "It is for people with other roles than yours. Your organisation's administrators can give you a role.",
  },
  unavailable: {
    title: 'The service is not available',
    sentences: [
      'You can use the service again in a few minutes.',
      'Nothing that you had sent before is lost. If you were sending a form, go back and send it again.',
    ],
  },
  badRequest: {
    title: 'We could not read what was sent',
    sentences: ['Go back, check what you entered, and try again. A form can hold up to 1 megabyte.'],
  },
  fault: {
    title: 'Sorry, there is a problem with the service',
    sentences: ['Try again in a few minutes. Sending the same form twice does nothing twice.'],
    tell: 'If it happens again, tell those who run the service this number:',
  },
  lost: {
    title: 'You need to sign in again',
    sendAgain: 'This page was open for a long time. What you entered is still here: send it again.',
    signInAgain:
      'You have been signed out. What you entered is kept, and you can continue with it when you have signed in.',
    email: 'Your work email address',
    signIn: 'Send me a code',
    continue: 'Continue',
  },
};
