type Move = 'publish' | 'suspend' | 'withdraw';

const titles: Readonly<Record<Move, string>> = {
  publish: 'Publish this service',
  suspend: 'Suspend this service',
  withdraw: 'Withdraw this service for good',
};

export const words = {
  title: ({ move }: { move: Move }) => titles[move],
  list: 'Catalogue',
  whatHappens: 'What will happen',
  happens: {
    publish: (service: string) => [
      `Everyone can see ${service}, what it includes and its prices.`,
      'Bodies that may use the framework can choose it in an opt-in.',
      'Its meters are fixed. Prices of past days stay as they are, and an increase needs the framework’s days of notice.',
    ],
    suspend: (service: string) => [
      `No body can choose ${service} or call it off until you open it again.`,
      'Opt-ins that chose it cannot be submitted meanwhile.',
      'Members that have it keep it, at the published prices.',
    ],
    withdraw: (service: string) => [
      `No body can choose ${service} or call it off any more.`,
      'Members that have it keep it until the end dates of their call-offs.',
      'This cannot be taken back. To close it only for now, suspend it instead.',
    ],
  },
  button: {
    publish: 'Publish the service',
    suspend: 'Suspend the service',
    withdraw: 'Withdraw the service for good',
  },
  cancel: 'Go back and change nothing',
  said: {
    publish: 'The service is published.',
    suspend: 'The service is suspended. Members that have it keep it.',
    withdraw: 'The service is withdrawn. Members that have it keep it until their call-offs end.',
  },
};
