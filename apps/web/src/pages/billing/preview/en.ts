import { bridgeWords } from '../../../words/bridge.js';
import { chargeKinds } from '../../../words/catalogue.js';
import { workings } from '../../../words/workings.js';

export const words = {
  chooseOne: 'Choose a member.',
  charges: chargeKinds,
  title: 'Preview a bill',
  crumb: 'Bills by month',
  introLead:
    'See what a member would be billed for a month if it were worked out now. Nothing is saved or sent.',
  introTenant:
    'See what you would be billed for a month if it were worked out now. Nothing is saved or sent.',
  filter: 'What to preview',
  member: 'Member',
  chooseMember: 'Choose a member',
  month: 'Month',
  show: 'Show the preview',
  noMembers: 'No member has a call-off yet, so there is nothing to bill.',
  heading: (name: string, month: string) => `${name}, ${month}`,
  notFinal: 'The month is not over yet, so its usage can still grow and minimum charges are not made up.',
  holdsTitle: 'It cannot be worked out yet',
  linesCaption: 'What would be charged',
  line: 'Line',
  description: 'What for',
  period: 'Days',
  quantity: 'Quantity',
  net: 'Excluding VAT',
  nothing: 'Nothing would be charged.',
  workingOf: (line: number, description: string) => `How line ${line} is worked out: ${description}`,
  t: workings,
  b: bridgeWords,
  creditsCaption: 'What would be credited',
  invoice: 'On invoice',
  openInvoice: 'Open the invoice',
  reason: 'Reason',
  creditNet: 'Excluding VAT',
  creditGross: 'Including VAT',
  warningsTitle: 'What to know before it is invoiced',
  carried: (amount: string) =>
    `This comes to ${amount} excluding VAT, which is less than the smallest invoice of the lead authority. It would be carried to the next month and not invoiced yet.`,
  invoicesCaption: 'Invoices, one for each purchase order',
  order: 'Purchase order',
  noOrder: 'None',
  vat: 'VAT',
  gross: 'Including VAT',
  late: (amount: string) =>
    `${amount} excluding VAT of usage that came after its month was billed is not in it: the lead authority approves it first.`,
  waiting: (amount: string) =>
    `${amount} excluding VAT is still to be credited once the invoice that billed it is issued.`,
};
