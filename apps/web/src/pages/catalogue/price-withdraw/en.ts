export const words = {
  title: 'Take a price back',
  list: 'Catalogue',
  of: (meter: string, service: string) => `${meter} of ${service}`,
  price: (version: number, date: string) => `Version ${version}, from ${date}`,
  whatHappens: 'What will happen',
  happens: (date: string) => [
    `The price before it goes on after ${date}, until a later price starts.`,
    'Members see from now on that this price will not come.',
    'A price that has started cannot be taken back.',
  ],
  withdraw: 'Take the price back',
  cancel: 'Go back and change nothing',
  said: { withdrawn: 'The price is taken back. The one before it goes on.' },
};
