import { contactWords } from '../../../words/contact.js';
import type { Section } from '../_text/section.js';

export const words = {
  title: 'Accessibility statement',
  contactWords,
  intro:
    'This statement is about the pages of this service. We want as many people as possible to be able to use them.',
  able: {
    heading: 'What you should be able to do',
    items: [
      'change colours, contrast and fonts with the settings of your browser or device',
      'zoom in up to 400% without anything being cut off: only wide tables scroll, inside themselves',
      'use every page with a keyboard alone',
      'use every page with speech recognition software and with a screen reader',
      'use every page without JavaScript, and print it',
    ],
  },
  before: [
    {
      heading: 'How accessible this service is',
      paragraphs: [
        'The pages follow the patterns of the GOV.UK Design System. We know of no part of them that cannot be used. These are the limits that we know:',
      ],
      items: [
        'the service is in English only',
        'each chart is an image without words of its own: the same figures are in the text or the table beside it',
        'wide tables scroll sideways on narrow screens; you can move them with the arrow keys when they have the focus',
        'documents that members or the lead authority upload are as accessible as those who made them have made them',
      ],
    },
  ] satisfies Section[],
  feedback: {
    heading: 'Feedback and contact information',
    paragraphs: [
      'Tell us if you find a problem that is not listed here, if you think that we do not meet the requirements, or if you need something from this service in another form, such as large print, easy read, an audio recording or braille. Say which page it is about and what you need. Expect an answer within 10 working days.',
    ],
  },
  after: [
    {
      heading: 'Enforcement procedure',
      paragraphs: [
        'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’).',
        'If you are not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS). In Northern Ireland, contact the Equality Commission for Northern Ireland (ECNI).',
      ],
      links: [
        {
          text: 'Equality Advisory and Support Service (another website)',
          href: 'https://www.equalityadvisoryservice.com/',
        },
        {
          text: 'Equality Commission for Northern Ireland (another website)',
          href: 'https://www.equalityni.org/',
        },
      ],
    },
    {
      heading: 'Technical information about accessibility',
      paragraphs: [
        'Whoever runs this service is committed to making it accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
        'Compliance status: this service aims to meet the Web Content Accessibility Guidelines (WCAG) version 2.2 AA standard. Its own tests found no failure. It has not been audited by anyone independent, and not yet been tested by disabled people.',
      ],
    },
    {
      heading: 'Non-accessible content',
      paragraphs: [
        'No failure is known beyond the limits listed above. No part is left out as a disproportionate burden. Content that is outside the scope of the accessibility regulations: documents that other organisations upload and that those who run the service neither pay for nor control.',
      ],
    },
    {
      heading: 'How it is tested',
      paragraphs: ['The service is tested in the browser Chromium with every change:'],
      items: [
        'every page with the tool axe against the rules for WCAG 2.2 A and AA, on a wide screen and at 320 pixels',
        'what that tool cannot see with checks of our own: one main heading, a title that names the page and any error, and the focus on the summary of errors',
        'the main journeys with JavaScript and without, and joining with the keyboard alone',
      ],
      after: [
        'An automatic test finds only a part of what can be wrong. Not done yet: an audit by people outside the team, tests with people who use assistive technology, and tests with the screen readers NVDA, JAWS, VoiceOver and TalkBack.',
      ],
    },
    {
      heading: 'For whoever runs this installation',
      paragraphs: [
        'The accessibility regulations make you responsible for this statement. Before you open the service to the public, have it audited, add what you find to this page, and give a contact: an email address, a telephone number, or both. Review it once a year.',
      ],
    },
    {
      heading: 'Preparation of this accessibility statement',
      paragraphs: [
        'This statement was prepared on 26 November 2026. It was last reviewed on 26 November 2026.',
        'It was prepared from a self-assessment by those who make the software.',
      ],
    },
  ] satisfies Section[],
};
