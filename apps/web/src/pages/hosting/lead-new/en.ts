import { bodySearchWords } from '../../../words/body-search.js';

export const words = {
  title: 'Appoint a lead authority',
  menu: 'Lead authorities',
  intro:
    'A lead authority hosts frameworks and sends the invoices. Its first approver gives all further roles.',
  search: bodySearchWords,
  prefix: 'Its invoice numbers begin with',
  prefixHint: '2 to 6 capital letters that no other lead authority uses, like NCC',
  approver: 'Its first approver',
  name: 'Name',
  email: 'Work email address',
  emailHint: 'They sign in with a code that is sent there',
  appoint: 'Appoint this lead authority',
  said: { appointed: 'The lead authority is appointed. Its first approver can sign in now.' },
  fields: {
    bodyId: 'the body',
    invoicePrefix: 'how its invoice numbers begin',
    'approver.name': 'the name of the approver',
    'approver.email': 'the work email address of the approver',
  },
};
