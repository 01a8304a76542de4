export const words = {
  title: "Open your organisation's workspace",
  intro:
    'A workspace is where your organisation prepares its opt-in, signs the agreement and later sees its services, usage and bills. Opening it commits you to nothing and costs nothing.',
  who: (email: string) => `Your email address, ${email}, belongs to:`,
  legend: 'Which organisation do you work for?',
  hint: (email: string) => `More than one organisation uses the email domain of ${email}.`,
  willHappen: 'What will happen',
  steps: [
    'You become the first administrator of the workspace.',
    'You can add colleagues and say what each of them may do.',
    'You can start an opt-in, save it, and return to it at your own pace.',
  ],
  open: 'Open the workspace',
  unknown: (email: string) => `We do not know the organisation of ${email}.`,
  unknownNext:
    'Find your organisation by its name to see whether it can join. If its email domain is missing, the framework team can add it.',
  find: 'Find your organisation',
  already: (body: string) => `You work in the workspace of ${body} already.`,
  toHome: 'Go to your home page',
  said: { opened: 'Your workspace is open.' },
};
