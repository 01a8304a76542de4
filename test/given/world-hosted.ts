import { randomUUID } from 'node:crypto';
import { Client } from '../client.js';
import {
  givenDraftFramework,
  givenDraftOffering,
  givenFramework,
  givenLot,
  givenOffering,
  givenPrice,
  givenVolumeBand,
  payslips,
} from './catalogue.js';
import { givenBrand, givenLeadDetails, type Lead, type Member } from './directory.js';
import { givenAgreementVersion, givenEstimate, type Choice } from './membership.js';

/** What a lead authority hosts: a published framework with one offering and its meter. */
export interface Hosted {
  readonly lead: Lead;
  readonly choice: Choice;
  readonly lotId: string;
  /** Another of its offerings, which nobody has called off. */
  readonly spare: Choice;
  readonly offeringId: string;
  readonly meterId: string;
  /** What of it is charged each month, whatever is used. */
  readonly itemId: string;
  /** What somebody worked out from its prices without an account. */
  readonly estimateId: string;
}

/** A framework that these members may use, one offering, the agreement's text, and drafts that nobody else may see. */
export const givenHosted = async (
  lead: Lead,
  whose: 'L' | 'M',
  members: readonly Member[],
  { unit, ceiling }: { unit: string; ceiling: string },
): Promise<Hosted> => {
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  await givenLeadDetails(lead);
  await givenBrand(manager, lead.name);
  const { frameworkId, lotId } = await givenFramework(
    manager,
    members.map(({ bodyId }) => ({ bodyId })),
    { ceiling },
  );
  const meter = { ...payslips, price: { model: 'PER_UNIT', unit } };
  const { offeringId, meterIds } = await givenOffering(manager, lotId, { meters: [meter, licences] });
  const spare = await givenOffering(manager, lotId, { title: 'Payroll Plus', meters: [meter] });
  await closedOfferings(manager, lotId);
  await laterPrice(manager, meterIds[0] ?? '', unit);
  await volumeBands(manager, meterIds[0] ?? '');
  await givenAgreementVersion(manager, frameworkId);
  const draft = await givenDraftFramework(manager, {
    title: `CANARY-${whose}-framework`,
    reference: `CANARY-${whose}-1`,
  });
  const draftLot = await givenLot(manager, draft, { title: `CANARY-${whose}-lot` });
  await givenDraftOffering(manager, draftLot, { title: `CANARY-${whose}-offering` });
  // Signed in once, before several members' business needs them at the same time.
  for (const role of ['LEAD_APPROVER', 'LEAD_SERVICE_MANAGER']) await lead.as(role);
  return {
    lead,
    lotId,
    choice: { frameworkId, offeringIds: [offeringId] },
    spare: { frameworkId, offeringIds: [spare.offeringId] },
    offeringId,
    meterId: meterIds[0] ?? '',
    itemId: meterIds[1] ?? '',
    estimateId: await givenEstimate(new Client(manager.url, null), {
      frameworkId,
      meterId: meterIds[0] ?? '',
    }),
  };
};

/** Charged each month in advance. */
const licences = {
  code: 'licences',
  title: 'Licences',
  unit: 'licence',
  charge: 'RECURRING',
  timing: 'ADVANCE',
  price: { model: 'PER_UNIT', unit: '0.37' },
} as const;

/** A band that was added by mistake and withdrawn, and one that nobody reaches. */
const volumeBands = async (manager: Client, meterId: string): Promise<void> => {
  const volumeBandId = await givenVolumeBand(manager, meterId, { above: '1000000', discount: '1' });
  await manager.ok(
    'mutation($input: VolumeBandWithdrawInput!) { volumeBandWithdraw(input: $input) { userErrors { code message } } }',
    { input: { volumeBandId } },
  );
  await givenVolumeBand(manager, meterId, { above: '90000000', discount: '1' });
};

/** One offering that is suspended and one that is withdrawn. */
const closedOfferings = async (manager: Client, lotId: string): Promise<void> => {
  for (const [title, mutation, input] of [
    ['Payroll Lite', 'offeringSuspend', 'OfferingSuspendInput'],
    ['Payroll Classic', 'offeringWithdraw', 'OfferingWithdrawInput'],
  ] as const) {
    const { offeringId } = await givenOffering(manager, lotId, { title });
    await manager.ok(
      `mutation($input: ${input}!) { ${mutation}(input: $input) { userErrors { code message } } }`,
      { input: { offeringId } },
    );
  }
};

/** A price that was to come and was withdrawn, and one that is to come. */
const laterPrice = async (manager: Client, meterId: string, unit: string): Promise<void> => {
  const later = { startsOn: '2027-04-01', price: { model: 'PER_UNIT', unit } };
  const priceVersionId = await givenPrice(manager, meterId, later);
  await manager.ok(
    'mutation($input: PriceVersionWithdrawInput!) { priceVersionWithdraw(input: $input) { userErrors { code message } } }',
    { input: { priceVersionId } },
  );
  await givenPrice(manager, meterId, later);
};

/** A body that the register lacked. */
export const givenAddedBody = async ({ lead }: Hosted): Promise<void> => {
  const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  await manager.ok(
    'mutation($input: BodyAddInput!) { bodyAdd(input: $input) { userErrors { code message } } }',
    {
      input: {
        name: 'Northmere Schools Trust',
        type: 'Academy trust',
        reason: 'It is named in the notice.',
        idempotencyKey: randomUUID(),
      },
    },
  );
};
