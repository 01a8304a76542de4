export const words = {
  title: 'Take a volume band back',
  list: 'Catalogue',
  of: (meter: string, service: string) => `${meter} of ${service}`,
  band: (above: string, discount: string, date: string) =>
    `Over ${above}, ${discount}% off, from ${date} at the earliest`,
  whatHappens: 'What will happen',
  happens: [
    'Members see from now on that this band will not come.',
    'A band that can hold already cannot be taken back.',
  ],
  withdraw: 'Take the band back',
  cancel: 'Go back and change nothing',
  said: { withdrawn: 'The volume band is taken back.' },
};
