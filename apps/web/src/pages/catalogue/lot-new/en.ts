export const words = {
  title: 'Add a lot',
  list: 'Catalogue',
  intro: 'Lots can be added until the framework is published.',
  name: 'Name',
  nameHint: 'Like HR and payroll',
  limit: 'The most that one direct award may be worth, without VAT',
  limitHint: 'Leave it empty for no limit.',
  add: 'Add the lot',
  said: { added: 'The lot is added.' },
  fields: { title: 'the name', directAwardLimit: 'the direct award limit' },
};
