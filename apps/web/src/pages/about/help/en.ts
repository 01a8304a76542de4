import { contactWords } from '../../../words/contact.js';
import type { Section } from '../_text/section.js';

export const words = {
  title: 'Help',
  menu: 'Help',
  contactWords,
  sections: [
    {
      heading: 'Signing in',
      paragraphs: [
        'You do not need a password. Enter your work email address, and we send you a code of 6 digits that works for 10 minutes.',
        'If no code arrives, look among unwanted mail and check that the address is spelled correctly. For your safety only a few codes are sent to an address in an hour, so wait a little before you ask for another.',
        'You stay signed in until you sign out, and no longer than 12 hours. When you have done nothing for 8 hours you are signed out. A form that you were filling in then is kept, and you can send it after you have signed in again.',
      ],
      links: [{ text: 'Sign in', href: '/sign-in' }],
    },
    {
      heading: 'Finding out whether you may join',
      paragraphs: [
        'Anyone can ask, without an account. The answer says why, and what you can do next.',
        'If your organisation is not found, it may still be able to join: ask the framework team of the lead authority.',
      ],
      links: [
        { text: 'Can we join?', href: '/can-we-join' },
        { text: 'Frameworks', href: '/' },
      ],
    },
    {
      heading: 'Working in several organisations',
      paragraphs: [
        'You act for one organisation at a time. Choose another on your account page. What you see and may do there depends on the roles that its administrator gave you.',
        'If a page says that you cannot see it, ask the administrator of your organisation for the role that it names.',
      ],
      links: [{ text: 'Your account', href: '/account' }],
    },
    {
      heading: 'When something went wrong',
      items: [
        'If a form says that there is a problem, everything that is wrong is listed at the top, and what you typed is still there.',
        'Sending a form twice does its work once. You can go back and refresh without fear.',
        'If the service itself fails, it shows a number. Tell it to those who help you, so that they can find what happened.',
      ],
    },
    {
      heading: 'Browsers',
      paragraphs: [
        'The service works in any current browser, on a phone and on a large screen. It also works with JavaScript switched off. You can print every page.',
      ],
      links: [{ text: 'Accessibility statement', href: '/accessibility' }],
    },
  ] satisfies Section[],
  contact: 'Who can help you',
  team: 'Questions about a framework, its services, prices and invoices are answered by the lead authority that hosts it. Its name is on the page of the framework.',
};
