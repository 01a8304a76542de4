import { contactWords } from '../../../words/contact.js';
import type { Section } from '../_text/section.js';

export const words = {
  title: 'Privacy notice',
  contactWords,
  intro:
    'This notice says what this service knows of you, why, and for how long. It is about the people who work with the service: what the shared services themselves process is agreed between the organisations, in a data processing schedule for each service.',
  before: [
    {
      heading: 'Who is responsible',
      paragraphs: [
        'The lead authority that hosts a framework is the controller for the people who work with that framework here. Your own organisation is the controller for what it decides about you, such as which roles you have.',
      ],
    },
    {
      heading: 'What is kept about you',
      items: [
        'your name, your work email address, the organisations that you act for, and your roles there',
        'when you signed in, when you last used the service, and on how many devices you are signed in',
        'what you did: who signed, approved, issued or changed what, and when',
        'your name and role on agreements that you signed or countersigned, and on answers that name you as a contact',
      ],
      after: [
        'If you only look around, ask whether your organisation may join, or make an estimate, nothing about you is kept. An estimate names no person.',
        'There is no tracking and no advertising, and the pages ask no other website for anything.',
      ],
    },
    {
      heading: 'Why, and on what basis',
      items: [
        'to let the right people act for their organisation, and nobody else',
        'to prove, also to auditors, who decided what about public money',
        'to send you the emails that belong to it, such as codes to sign in',
      ],
      after: [
        'For public bodies the lawful basis is normally the performance of a task carried out in the public interest (Article 6(1)(e) of the UK GDPR). The controller confirms the basis in its own privacy notice.',
      ],
    },
    {
      heading: 'Who sees it',
      items: [
        'colleagues in your organisation who have a role here',
        'people of the lead authority who work with your organisation’s opt-ins, agreements, usage and invoices; your organisation can see who of them looked',
        'those who operate the service, as far as they need to',
        'auditors, read only',
      ],
      after: [
        'It is not sold or given to anyone else. Where the computers stand that it is kept on depends on whoever runs this installation.',
      ],
    },
    {
      heading: 'How long it is kept',
      items: [
        'codes to sign in: they work for 10 minutes, only a digest of them is stored, and they are deleted once they are more than a day old',
        'a session: until you sign out, after 8 hours without use, or after 12 hours in your browser; the record that you were signed in is deleted some time after 30 days',
        'records of agreements, invoices and payments, and of who made them: 6 years at least after the end of the financial year that they belong to',
        'your name and email address: kept apart from those records, so that they can be erased when they are not needed any more',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'You can ask to see what is kept about you, to have it corrected, to have it erased or its use restricted where the law allows, and you can object to its use. Ask the lead authority or your own organisation. No decision about you is made by a computer alone.',
      ],
    },
  ] satisfies Section[],
  contact: 'Whom to ask',
  officer: 'Data protection officer:',
  officerMissing:
    'Whoever runs this installation has not given the address of a data protection officer here yet. Ask the data protection officer of the lead authority: every public authority has one.',
  after: [
    {
      heading: 'If you want to complain',
      paragraphs: [
        'Tell the data protection officer first. You can also complain to the Information Commissioner’s Office at any time.',
      ],
      links: [
        {
          text: 'Make a complaint to the Information Commissioner’s Office (another website)',
          href: 'https://ico.org.uk/make-a-complaint/',
        },
      ],
    },
    {
      heading: 'For whoever runs this installation',
      paragraphs: [
        'This text describes what the software does. Before you open the service to the public, have your data protection officer check it, add the name of the controller, where the data is kept, the processors that you use, and your retention schedule, and give the officer’s address.',
      ],
    },
  ] satisfies Section[],
};
