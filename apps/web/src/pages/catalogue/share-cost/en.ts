export const words = {
  title: 'Share the cost of this service',
  list: 'Catalogue',
  whatHappens: 'What will happen',
  happens: [
    'The service gets two meters in pounds, at £1 a pound: members’ shares of its cost, and the true-up at the end of a year.',
    'They are recorded from what your finance staff estimate, agree and settle for each financial year. Nobody sends usage for them or changes their price.',
    'It cannot be undone once members have the service.',
  ],
  start: 'Share the cost',
  cancel: 'Go back and change nothing',
  said: { started: 'The cost of this service is shared. Publish it, and have finance enter an estimate.' },
};
