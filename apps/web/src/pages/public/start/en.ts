export const words = {
  title: 'Shared services for public bodies',
  intro:
    'Join a framework that another authority hosts, take the services you need at your own pace, and pay for what you use. You do not need a procurement of your own.',
  canWeJoin: 'Can we join?',
  frameworks: 'Frameworks',
  empty: 'No framework has been published yet.',
  host: (lead: string) => `Hosted by ${lead}`,
  dates: (from: string, to: string) => `${from} to ${to}`,
};
