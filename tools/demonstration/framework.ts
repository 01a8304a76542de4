import type { Client } from './client.js';
import { newKey } from './service.js';

interface OfferingSeed {
  readonly title: string;
  readonly summary: string;
  readonly included: readonly string[];
  readonly notIncluded: readonly string[];
  readonly youMust: readonly string[];
  readonly personalData: boolean;
  readonly vatTreatment: string;
  readonly meters: readonly {
    code: string;
    title: string;
    unit: string;
    /** Illustrative: a district of 100,000 residents with 500 staff, 450 of them users, 43,000 accounts and so on. */
    typicalPerThousand: string;
    price: object;
  }[];
}

/** Lots and offerings of the framework. Unit prices are of the size seen in public records of shared services. */
const lots: readonly { title: string; directAwardLimit: string; offerings: readonly OfferingSeed[] }[] = [
  {
    title: 'HR and payroll',
    directAwardLimit: '2000000.00',
    offerings: [
      {
        title: 'Payroll Core',
        summary: 'Monthly payroll for permanent and supply staff, with pensions returns.',
        included: ['Monthly payslips, online', 'Starters, leavers and changes', 'HMRC and pensions returns'],
        notIncluded: ['Recruitment', 'Occupational health'],
        youMust: ['Send changes by the 10th of each month'],
        personalData: true,
        vatTreatment: 'STANDARD',
        meters: [
          {
            code: 'payslips.processed',
            title: 'Payslips',
            unit: 'payslip',
            typicalPerThousand: '60',
            price: { model: 'PER_UNIT', unit: '4.42' },
          },
          {
            code: 'payslips.supply',
            title: 'Supply payslips',
            unit: 'payslip',
            typicalPerThousand: '6',
            price: { model: 'PER_UNIT', unit: '4.20' },
          },
        ],
      },
    ],
  },
  {
    title: 'ICT',
    directAwardLimit: '3000000.00',
    offerings: [
      {
        title: 'ICT Service Desk',
        summary: 'A service desk for staff, from 7am to 7pm on working days.',
        included: ['Telephone and online requests', 'Device set-up', 'Monthly report'],
        notIncluded: ['Devices and licences'],
        youMust: ['Name a contact for major incidents'],
        personalData: true,
        vatTreatment: 'STANDARD',
        meters: [
          {
            code: 'users.active',
            title: 'Active users',
            unit: 'user',
            typicalPerThousand: '54',
            price: {
              model: 'GRADUATED',
              tiers: [
                { upTo: '250', unit: '9.80', flat: '150.00' },
                { upTo: '1000', unit: '8.40' },
                { upTo: null, unit: '7.15' },
              ],
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Customer services',
    directAwardLimit: '1500000.00',
    offerings: [
      {
        title: 'Customer Contact',
        summary: 'Answering calls and online contacts for council services.',
        included: ['Calls on working days', 'Online forms and web chat'],
        notIncluded: ['Out-of-hours emergencies'],
        youMust: ['Keep service information up to date'],
        personalData: true,
        vatTreatment: 'STANDARD',
        meters: [
          {
            code: 'contacts.handled',
            title: 'Contacts handled',
            unit: 'contact',
            typicalPerThousand: '600',
            price: { model: 'PER_UNIT', unit: '2.85' },
          },
        ],
      },
    ],
  },
  {
    title: 'Procurement and accounts payable',
    directAwardLimit: '1000000.00',
    offerings: [
      {
        title: 'Accounts Payable',
        summary: 'Supplier invoices received, matched and paid.',
        included: ['Scanning and matching', 'Payment runs twice a week'],
        notIncluded: ['Purchase cards'],
        youMust: ['Approve invoices within 5 working days'],
        personalData: false,
        vatTreatment: 'STANDARD',
        meters: [
          {
            code: 'invoices.processed',
            title: 'Invoices processed',
            unit: 'invoice',
            typicalPerThousand: '180',
            price: {
              model: 'GRADUATED',
              tiers: [
                { upTo: '1000', unit: '1.95' },
                { upTo: null, unit: '1.60' },
              ],
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Revenues and benefits',
    directAwardLimit: '2500000.00',
    offerings: [
      {
        title: 'Council Tax Billing',
        summary: 'Bills, reminders and direct debits for council tax.',
        included: ['Annual billing', 'Reminders and summonses', 'Direct debit collection'],
        notIncluded: ['Valuation appeals'],
        youMust: ['Set the tax by 11 March'],
        personalData: true,
        vatTreatment: 'OUTSIDE_SCOPE',
        meters: [
          {
            code: 'accounts.billed',
            title: 'Accounts billed',
            unit: 'account',
            typicalPerThousand: '430',
            price: { model: 'PER_UNIT', unit: '0.92' },
          },
        ],
      },
    ],
  },
];

const AGREEMENT = `ACCESS AGREEMENT (illustrative text of the demonstration)

Between {lead} and {body}.

1. {body} joins {framework}, set up under notice {notice}.
2. {body} may award call-offs for the services it chooses, and pays for what it uses at the published prices.
3. A price is published before it starts and never changes afterwards.
4. {body} may leave a service by giving six months' notice.
5. Each party keeps the other's information safe and uses it only for these services.`;

/** Sets up and publishes the demonstration's framework as its catalogue manager. Answers its id. */
export const publishFramework = async (
  manager: Client,
  dates: { startsOn: string; endsOn: string },
): Promise<string> => {
  const id = async (name: string, thing: string, input: object): Promise<string> => {
    const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const data = await manager.ok<Record<string, Record<string, { id: string }>>>(
      `mutation($input: ${typeName}!) { ${name}(input: $input) { ${thing} { id } userErrors { code message path } } }`,
      { input },
    );
    return data[name]?.[thing]?.id ?? '';
  };
  const frameworkId = await id('frameworkCreate', 'framework', {
    reference: 'NCC-SHARED-1',
    title: 'Northmere Shared Services Framework',
    summary:
      'HR and payroll, ICT, customer services, accounts payable and revenues for public bodies in Northmere.',
    regime: 'PA2023',
    agreementType: 'CLOSED_FRAMEWORK',
    noticeReference: '2026/S 000-004127',
    ...dates,
    ceiling: '47000000.00',
    idempotencyKey: newKey(),
  });
  await id('eligibilityRuleAdd', 'framework', {
    frameworkId,
    category: {
      label: 'district councils and the fire authority in Northmere',
      types: ['Non-metropolitan district', 'Fire and rescue authority'],
      counties: ['INV-NORTHMERE'],
    },
    idempotencyKey: newKey(),
  });
  const offeringIds: string[] = [];
  for (const { title, directAwardLimit, offerings } of lots) {
    const lotId = await id('lotAdd', 'lot', {
      frameworkId,
      title,
      directAwardLimit,
      idempotencyKey: newKey(),
    });
    for (const { meters, ...offering } of offerings) {
      const offeringId = await id('offeringCreate', 'offering', {
        lotId,
        ...offering,
        idempotencyKey: newKey(),
      });
      for (const { price, ...meter } of meters) {
        const meterId = await id('meterAdd', 'meter', { offeringId, ...meter, idempotencyKey: newKey() });
        await id('priceVersionAdd', 'priceVersion', {
          meterId,
          startsOn: dates.startsOn,
          price,
          idempotencyKey: newKey(),
        });
      }
      offeringIds.push(offeringId);
    }
  }
  await id('agreementVersionPublish', 'agreementVersion', {
    frameworkId,
    version: '1.0',
    text: AGREEMENT,
    idempotencyKey: newKey(),
  });
  await id('frameworkPublish', 'framework', { frameworkId });
  for (const offeringId of offeringIds) await id('offeringPublish', 'offering', { offeringId });
  return frameworkId;
};
