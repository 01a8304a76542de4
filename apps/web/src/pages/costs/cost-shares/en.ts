import { stages } from '../../../words/costs.js';

export const words = {
  title: 'Our shares of costs',
  crumb: 'Invoices',
  intro:
    'What your organisation pays of the cost of services that it shares, by year and version. Amounts are without VAT.',
  empty:
    'There is none yet. A share appears here once a lead authority has agreed what a shared service costs.',
  toServices: 'Your services',
  caption: 'Shares',
  service: 'Service',
  year: 'Year',
  stages,
  stage: 'Of',
  version: (stage: string, version: number) => `${stage}, version ${version}`,
  holds: 'holds',
  replaced: 'replaced',
  share: 'Share',
  percent: (share: string) => `${share}%`,
  amount: 'Year',
};
