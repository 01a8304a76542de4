import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';

/** What a framework is made with unless a test says otherwise: PA2023, closed, four years from 1 April 2026. */
export interface GivenFramework {
  readonly reference?: string;
  readonly title?: string;
  readonly regime?: string;
  readonly agreementType?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly termReason?: string;
  /** Pounds. */
  readonly ceiling?: string;
  readonly ceilingMode?: string;
  readonly maxTermMonths?: number;
  readonly usageMaxAgeMonths?: number;
  readonly priceNoticeDays?: number;
  readonly reviewWorkingDays?: number;
  readonly noticeMonths?: number;
  readonly disputeDays?: number;
  readonly spikePercent?: number;
}

/** A framework's input with everything it needs. */
export const frameworkInput = (change: GivenFramework = {}) => ({
  reference: `SS-${randomUUID().slice(0, 8)}`,
  title: 'Shared corporate services',
  summary: 'Payroll, customer contact and more, for public bodies of the area.',
  regime: 'PA2023',
  agreementType: 'CLOSED_FRAMEWORK',
  noticeReference: '2026/S 000-012345',
  startsOn: '2026-04-01',
  endsOn: '2030-03-31',
  ceiling: '5000000.00',
  ceilingMode: 'BLOCK',
  ...change,
  idempotencyKey: randomUUID(),
});

/** An eligibility rule: a body by id, or a category with its label. */
export type GivenRule =
  | { readonly bodyId: string }
  | { readonly category: { readonly label: string } & Readonly<Record<string, string | readonly string[]>> };

/** A meter with its first price, as the API takes it. */
export interface GivenMeter {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  /** SUM unless told. */
  readonly aggregation?: string;
  /** EVENTS unless told. */
  readonly fedBy?: string;
  /** USAGE in ARREARS unless told. */
  readonly charge?: string;
  readonly timing?: string;
  readonly price: object;
}

/** Payslips at £4.42 each. */
export const payslips: GivenMeter = {
  code: 'payslips.processed',
  title: 'Payslips',
  unit: 'payslip',
  price: { model: 'PER_UNIT', unit: '4.42' },
};

export interface GivenOffering {
  readonly title?: string;
  readonly personalData?: boolean;
  readonly vatTreatment?: string;
  readonly meters?: readonly GivenMeter[];
  /** From when the prices hold. */
  readonly pricesFrom?: string;
}

/** Sets up a draft framework; `lead` is a catalogue manager. Answers its id. */
export const givenDraftFramework = async (lead: Client, change: GivenFramework = {}): Promise<string> => {
  const { frameworkCreate } = await lead.ok<{ frameworkCreate: { framework: { id: string } } }>(
    'mutation($input: FrameworkCreateInput!) { frameworkCreate(input: $input) { framework { id } userErrors { code message } } }',
    { input: frameworkInput(change) },
  );
  return frameworkCreate.framework.id;
};

/** Adds a lot to a draft framework. Answers its id. */
export const givenLot = async (
  lead: Client,
  frameworkId: string,
  { title = 'Payroll', directAwardLimit = null }: { title?: string; directAwardLimit?: string | null } = {},
): Promise<string> => {
  const { lotAdd } = await lead.ok<{ lotAdd: { lot: { id: string } } }>(
    'mutation($input: LotAddInput!) { lotAdd(input: $input) { lot { id } userErrors { code message } } }',
    { input: { frameworkId, title, directAwardLimit, idempotencyKey: randomUUID() } },
  );
  return lotAdd.lot.id;
};

/** Lets a body or a group use a framework. */
export const givenRule = async (lead: Client, frameworkId: string, rule: GivenRule): Promise<void> => {
  await lead.ok(
    'mutation($input: EligibilityRuleAddInput!) { eligibilityRuleAdd(input: $input) { userErrors { code message } } }',
    { input: { frameworkId, ...rule, idempotencyKey: randomUUID() } },
  );
};

/** A published framework with one lot that these bodies or groups may use. */
export const givenFramework = async (
  lead: Client,
  rules: readonly GivenRule[],
  change: GivenFramework & { readonly directAwardLimit?: string } = {},
): Promise<{ frameworkId: string; lotId: string }> => {
  const { directAwardLimit = null, ...framework } = change;
  const frameworkId = await givenDraftFramework(lead, framework);
  const lotId = await givenLot(lead, frameworkId, { directAwardLimit });
  for (const rule of rules) await givenRule(lead, frameworkId, rule);
  await lead.ok(
    'mutation($input: FrameworkPublishInput!) { frameworkPublish(input: $input) { userErrors { code message } } }',
    { input: { frameworkId } },
  );
  return { frameworkId, lotId };
};

/** Adds a price to a meter. Answers the price version's id. */
export const givenPrice = async (
  lead: Client,
  meterId: string,
  { startsOn, price }: { readonly startsOn: string; readonly price: object },
): Promise<string> => {
  const { priceVersionAdd } = await lead.ok<{ priceVersionAdd: { priceVersion: { id: string } } }>(
    'mutation($input: PriceVersionAddInput!) { priceVersionAdd(input: $input) { priceVersion { id } userErrors { code message } } }',
    { input: { meterId, startsOn, price, idempotencyKey: randomUUID() } },
  );
  return priceVersionAdd.priceVersion.id;
};

/** A draft offering with meters and prices; `meterIds` are in the order of the meters. */
export const givenDraftOffering = async (
  lead: Client,
  lotId: string,
  change: GivenOffering = {},
): Promise<{ offeringId: string; meterIds: readonly string[] }> => {
  const { meters = [payslips], pricesFrom = '2026-04-01', ...offering } = change;
  const { offeringCreate } = await lead.ok<{ offeringCreate: { offering: { id: string } } }>(
    'mutation($input: OfferingCreateInput!) { offeringCreate(input: $input) { offering { id } userErrors { code message } } }',
    {
      input: {
        lotId,
        title: 'Payroll Core',
        summary: 'Payslips, returns and pensions files from end to end.',
        included: ['Monthly payslips', 'Real time information returns'],
        notIncluded: ['Advice on pensions'],
        youMust: ['Tell us of starters and leavers by the 10th of each month'],
        personalData: true,
        vatTreatment: 'STANDARD',
        ...offering,
        idempotencyKey: randomUUID(),
      },
    },
  );
  const offeringId = offeringCreate.offering.id;
  const meterIds: string[] = [];
  for (const { price, ...meter } of meters) {
    const { meterAdd } = await lead.ok<{ meterAdd: { meter: { id: string } } }>(
      'mutation($input: MeterAddInput!) { meterAdd(input: $input) { meter { id } userErrors { code message } } }',
      { input: { offeringId, ...meter, idempotencyKey: randomUUID() } },
    );
    meterIds.push(meterAdd.meter.id);
    await givenPrice(lead, meterAdd.meter.id, { startsOn: pricesFrom, price });
  }
  return { offeringId, meterIds };
};

/** An offering that is open to new members. */
export const givenOffering = async (
  lead: Client,
  lotId: string,
  change: GivenOffering = {},
): Promise<{ offeringId: string; meterIds: readonly string[] }> => {
  const made = await givenDraftOffering(lead, lotId, change);
  await lead.ok(
    'mutation($input: OfferingPublishInput!) { offeringPublish(input: $input) { userErrors { code message } } }',
    { input: { offeringId: made.offeringId } },
  );
  return made;
};

/** A band of the volume of all members. Answers its id. */
export const givenVolumeBand = async (
  lead: Client,
  meterId: string,
  { above, discount }: { readonly above: string; readonly discount: string },
): Promise<string> => {
  const { volumeBandAdd } = await lead.ok<{
    volumeBandAdd: { meter: { volumeBands: readonly { id: string; above: string }[] } };
  }>(
    'mutation($input: VolumeBandAddInput!) { volumeBandAdd(input: $input) { meter { volumeBands { id above } } userErrors { code message } } }',
    { input: { meterId, above, discount, idempotencyKey: randomUUID() } },
  );
  return volumeBandAdd.meter.volumeBands.find((band) => band.above === above)?.id ?? '';
};
