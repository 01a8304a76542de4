import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import {
  frameworkInput,
  givenDraftFramework,
  givenDraftOffering,
  givenFramework,
  givenLot,
  givenOffering,
  givenPrice,
  givenRule,
  payslips,
} from './given/catalogue.js';
import { givenLead, givenMember, type Lead } from './given/directory.js';
import { Stack } from './stack.js';

const mutation = (name: string, fields: string) =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code message path nextStep } } }`;

interface Payload {
  readonly userErrors: readonly { code: string; message: string; path: readonly string[] }[];
}

let stack: Stack;
let visitor: Client;
let lead: Lead;
let otherLead: Lead;
let manager: Client;
let member: Client;
let memberBodyId: string;

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-12-01');
  visitor = stack.visitor();
  lead = await givenLead(stack);
  otherLead = await givenLead(stack, { body: 'INV-WESTERLOW' });
  manager = await lead.as('LEAD_CATALOGUE_MANAGER');
  const tenant = await givenMember(stack);
  member = await tenant.as('TENANT_ADMIN');
  memberBodyId = tenant.bodyId;
}, 60_000);

afterAll(async () => {
  await stack.stop();
});

const refusalsOf = async (client: Client, name: string, input: object) => {
  const answer = await client.send<Record<string, Payload>>(mutation(name, ''), { input });
  if (answer.errors.length > 0) return answer.errors.map(({ extensions }) => extensions.code);
  return (answer.data?.[name]?.userErrors ?? []).map(({ message, path }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
};

/** Refused, and nothing in the database is other than before. */
const refusedWithoutTrace = async (client: Client, name: string, input: object) => {
  const before = await stack.fingerprint();
  const refusals = await refusalsOf(client, name, input);
  expect(refusals).not.toEqual([]);
  expect(await stack.fingerprint()).toBe(before);
  return refusals;
};

const lancashireDistricts = {
  category: {
    label: 'district councils in Lancashire',
    types: ['Non-metropolitan district'],
    counties: ['LAN'],
  },
};

const FRAMEWORK = `query($id: ID!) { framework(id: $id) {
  id reference title state regime agreementType noticeReference startsOn endsOn termReason maxTermMonths usageMaxAgeMonths
  priceNoticeDays reviewWorkingDays noticeMonths disputeDays spikePercent lead { name }
  ceiling { total { amount currency } committed { amount } left { amount } committedPercent mode }
  lots { number title directAwardLimit { amount } }
  eligibilityRules { edges { node { label kind bodyId category { types counties regions } reason } } }
  offerings { edges { node { title state closedReason lot { number } } } }
} }`;

describe('a framework, from draft to published', () => {
  it('is shown to everyone with its ceiling, lots and who may use it', async () => {
    const reference = `SS-${randomUUID().slice(0, 8)}`;
    const rules = [{ bodyId: memberBodyId }, lancashireDistricts];
    const settings = { reference, ceiling: '1900000000.00', maxTermMonths: 84, priceNoticeDays: 60 };
    const { frameworkId } = await givenFramework(manager, rules, {
      ...settings,
      directAwardLimit: '500000.00',
    });
    const { framework } = await visitor.ok<{ framework: Record<string, unknown> }>(FRAMEWORK, {
      id: frameworkId,
    });
    expect(framework).toEqual({
      id: frameworkId,
      reference,
      title: 'Shared corporate services',
      state: 'LIVE',
      regime: 'PA2023',
      agreementType: 'CLOSED_FRAMEWORK',
      noticeReference: '2026/S 000-012345',
      startsOn: '2026-04-01',
      endsOn: '2030-03-31',
      termReason: null,
      maxTermMonths: 84,
      usageMaxAgeMonths: 12,
      priceNoticeDays: 60,
      reviewWorkingDays: 5,
      noticeMonths: 6,
      disputeDays: 30,
      spikePercent: 20,
      lead: { name: 'Northmere County Council' },
      ceiling: {
        total: { amount: '1900000000.00', currency: 'GBP' },
        committed: { amount: '0.00' },
        left: { amount: '1900000000.00' },
        committedPercent: '0.00',
        mode: 'BLOCK',
      },
      lots: [{ number: 1, title: 'Payroll', directAwardLimit: { amount: '500000.00' } }],
      eligibilityRules: {
        edges: [
          {
            node: {
              label: 'Ashbeck Borough Council',
              kind: 'NAMED',
              bodyId: memberBodyId,
              category: null,
              reason: null,
            },
          },
          {
            node: {
              label: 'district councils in Lancashire',
              kind: 'CATEGORY',
              bodyId: null,
              category: { types: ['Non-metropolitan district'], counties: ['LAN'], regions: null },
              reason: null,
            },
          },
        ],
      },
      offerings: { edges: [] },
    });
  });

  it('is seen as a draft by its lead authority only', async () => {
    const id = await givenDraftFramework(manager);
    const seen = await manager.ok<{ framework: { state: string } }>(FRAMEWORK, { id });
    expect(seen.framework.state).toBe('DRAFT');
    for (const client of [visitor, member, await otherLead.as('LEAD_CATALOGUE_MANAGER')]) {
      const answer = await client.send(FRAMEWORK, { id });
      expect(answer.errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
        ['NOT_FOUND', 'We could not find that record.'],
      ]);
      const unknown = await client.send(FRAMEWORK, { id: `frm_${randomUUID().replaceAll('-', '')}` });
      expect(unknown.errors.map(({ message }) => message)).toEqual(
        answer.errors.map(({ message }) => message),
      );
      const list = await client.ok<{ frameworks: { edges: { node: { id: string } }[] } }>(
        '{ frameworks(first: 100) { edges { node { id } } } }',
      );
      expect(list.frameworks.edges.map(({ node }) => node.id)).not.toContain(id);
    }
  });

  it('goes from coming to live to expired by its dates alone', async () => {
    const { frameworkId: id } = await givenFramework(manager, [lancashireDistricts], {
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    });
    const stateOn = async (date: string) => {
      await stack.setClock(date);
      return (await visitor.ok<{ framework: { state: string } }>(FRAMEWORK, { id })).framework.state;
    };
    try {
      const dates = ['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01'];
      const states = [];
      for (const date of dates) states.push(await stateOn(date));
      expect(states).toEqual(['COMING', 'LIVE', 'LIVE', 'EXPIRED']);
    } finally {
      await stack.setClock('2026-12-01');
    }
  });

  it('answers every fault of its terms at once', async () => {
    const input = frameworkInput({
      title: ' ',
      regime: 'PCR2015',
      agreementType: 'OPEN_FRAMEWORK',
      endsOn: '2036-03-31',
      maxTermMonths: 241,
    });
    expect(await refusedWithoutTrace(manager, 'frameworkCreate', input)).toEqual([
      'title: Enter the title.',
      'agreementType: An open framework can only be set up under the Procurement Act 2023.',
      'termReason: A framework can last up to 4 years. Enter the reason this framework needs to last 10 years.',
      'maxTermMonths: The longest call-off in months must be 240 or less.',
    ]);
    expect(
      await refusedWithoutTrace(manager, 'frameworkCreate', frameworkInput({ ceiling: '1.001' })),
    ).toEqual(['ceiling: The ceiling must be an amount written as text, like "12.34".']);
    expect(await refusedWithoutTrace(manager, 'frameworkCreate', frameworkInput({ ceiling: '0' }))).toEqual([
      'ceiling: The ceiling must be £0.01 or more.',
    ]);
  });

  it('has a reference of its own for each lead authority', async () => {
    const reference = `SS-${randomUUID().slice(0, 8)}`;
    await givenDraftFramework(manager, { reference });
    expect(await refusedWithoutTrace(manager, 'frameworkCreate', frameworkInput({ reference }))).toEqual([
      `reference: You already have a framework with the reference ${reference}. Choose a different one.`,
    ]);
    await givenDraftFramework(await otherLead.as('LEAD_CATALOGUE_MANAGER'), { reference });
  });

  it('has fifty lots at most', async () => {
    const frameworkId = await givenDraftFramework(manager);
    for (let lot = 1; lot <= 50; lot += 1) await givenLot(manager, frameworkId, { title: `Lot ${lot}` });
    const further = { frameworkId, title: 'Lot 51', idempotencyKey: randomUUID() };
    expect(await refusedWithoutTrace(manager, 'lotAdd', further)).toEqual([
      'A framework can have up to 50 lots.',
    ]);
  });

  it('is set up once for a key, however often it is asked', async () => {
    const input = frameworkInput();
    const create = mutation('frameworkCreate', 'framework { id }');
    const first = await manager.ok<{ frameworkCreate: { framework: { id: string } } }>(create, { input });
    expect(await manager.ok(create, { input })).toEqual(first);
    expect(
      await refusedWithoutTrace(manager, 'frameworkCreate', { ...input, title: 'Another', ceiling: '1' }),
    ).toEqual([
      'idempotencyKey: This idempotency key was already used with different values for: ceiling, title. Use a new key for a new request.',
    ]);
  });

  it('is published only with a lot and someone to use it, and once', async () => {
    const frameworkId = await givenDraftFramework(manager);
    expect(await refusedWithoutTrace(manager, 'frameworkPublish', { frameworkId })).toEqual([
      'Before you publish this framework, add at least one lot.',
      'Before you publish this framework, say who may use it.',
    ]);
    const { frameworkId: published } = await givenFramework(manager, [lancashireDistricts]);
    expect(await refusedWithoutTrace(manager, 'frameworkPublish', { frameworkId: published })).toEqual([
      'This framework is already published, so you cannot publish it.',
    ]);
    const lot = { frameworkId: published, title: 'Late', idempotencyKey: randomUUID() };
    expect(await refusedWithoutTrace(manager, 'lotAdd', lot)).toEqual([
      'This framework is published, so you cannot add a lot to it.',
    ]);
  });

  it('numbers its lots without gaps when several are added at once', async () => {
    const frameworkId = await givenDraftFramework(manager);
    await Promise.all(['A', 'B', 'C', 'D'].map((title) => givenLot(manager, frameworkId, { title })));
    const { framework } = await manager.ok<{ framework: { lots: { number: number; title: string }[] } }>(
      FRAMEWORK,
      {
        id: frameworkId,
      },
    );
    expect(framework.lots.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(framework.lots.map(({ title }) => title).sort()).toEqual(['A', 'B', 'C', 'D']);
  });

  it('fixes who may use it: adding someone later needs the legal basis, which is shown', async () => {
    const { frameworkId } = await givenFramework(manager, [lancashireDistricts]);
    const input = { frameworkId, bodyId: memberBodyId, idempotencyKey: randomUUID() };
    expect(await refusedWithoutTrace(manager, 'eligibilityRuleAdd', input)).toEqual([
      'reason: The list of bodies that can use this framework was fixed on 1 December 2026. Record the legal basis for adding a body.',
    ]);
    await manager.ok(mutation('eligibilityRuleAdd', ''), {
      input: { ...input, reason: 'Regulation 72(1)(a).' },
    });
    const { framework } = await visitor.ok<{
      framework: { eligibilityRules: { edges: { node: { label: string; reason: string | null } }[] } };
    }>(FRAMEWORK, { id: frameworkId });
    expect(framework.eligibilityRules.edges.map(({ node }) => [node.label, node.reason])).toEqual([
      ['district councils in Lancashire', null],
      ['Ashbeck Borough Council', 'Regulation 72(1)(a).'],
    ]);
  });

  it('takes either a body, once, or a group that has something in common', async () => {
    const frameworkId = await givenDraftFramework(manager);
    await givenRule(manager, frameworkId, { bodyId: memberBodyId });
    const key = () => ({ frameworkId, idempotencyKey: randomUUID() });
    expect(
      await refusedWithoutTrace(manager, 'eligibilityRuleAdd', { ...key(), bodyId: memberBodyId }),
    ).toEqual(['bodyId: Ashbeck Borough Council is already named in this framework.']);
    expect(await refusedWithoutTrace(manager, 'eligibilityRuleAdd', key())).toEqual([
      'bodyId: Enter either a body or a group.',
    ]);
    const both = { ...key(), bodyId: memberBodyId, ...lancashireDistricts };
    expect(await refusedWithoutTrace(manager, 'eligibilityRuleAdd', both)).toEqual([
      'bodyId: Enter either a body or a group.',
    ]);
    const empty = { ...key(), category: { label: '', types: null, counties: [] } };
    expect(await refusedWithoutTrace(manager, 'eligibilityRuleAdd', empty)).toEqual([
      'category.label: Enter the name of the group.',
      'category.counties: Say what the bodies in this group have in common, like their type or county.',
    ]);
    const nobody = { ...key(), bodyId: `bod_${randomUUID().replaceAll('-', '')}` };
    expect(await refusedWithoutTrace(manager, 'eligibilityRuleAdd', nobody)).toEqual(['NOT_FOUND']);
  });

  it('is one of a list that is read page by page', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1)
      ids.push((await givenFramework(manager, [lancashireDistricts])).frameworkId);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        frameworks: {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await visitor.ok(
        'query($after: String) { frameworks(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...page.frameworks.edges.map(({ node }) => node.id));
      after = page.frameworks.pageInfo.hasNextPage ? page.frameworks.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    for (const cursor of [
      ['x', 'y'],
      ['2026-12-01T09:00:00.000Z'],
      [`2026-12-01T09:00:00.000Z`, "'; select 1"],
    ]) {
      const answer = await visitor.send(
        'query($after: String) { frameworks(after: $after) { edges { cursor } } }',
        {
          after: Buffer.from(JSON.stringify(cursor)).toString('base64url'),
        },
      );
      expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  });
});

const OFFERING = `query($id: ID!) { offering(id: $id) {
  title state stateSince closedReason included notIncluded youMust personalData vatTreatment lot { title } framework { title }
  meters { code title unit aggregation prices { version startsOn endsOn state price {
    model words amount unit size rate fixed freeEvents freeUnits minimum maximum json tiers { upTo unit flat } } } }
} }`;
interface Prices {
  readonly offering: {
    readonly state: string;
    readonly closedReason: string | null;
    readonly meters: readonly {
      readonly prices: readonly {
        version: number;
        startsOn: string;
        endsOn: string | null;
        state: string;
        price: Record<string, unknown>;
      }[];
    }[];
  };
}
const pricesOf = async (id: string) =>
  (await visitor.ok<Prices>(OFFERING, { id })).offering.meters.map(({ prices }) => prices);

describe('an offering, from draft to withdrawn', () => {
  let lotId: string;
  beforeAll(async () => {
    ({ lotId } = await givenFramework(manager, [lancashireDistricts]));
  });

  it('is shown with what is included, what is counted and what it costs', async () => {
    const { offeringId } = await givenOffering(manager, lotId);
    const { offering } = await visitor.ok<{ offering: unknown }>(OFFERING, { id: offeringId });
    expect(offering).toEqual({
      title: 'Payroll Core',
      state: 'PUBLISHED',
      stateSince: '2026-12-01',
      closedReason: null,
      included: ['Monthly payslips', 'Real time information returns'],
      notIncluded: ['Advice on pensions'],
      youMust: ['Tell us of starters and leavers by the 10th of each month'],
      personalData: true,
      vatTreatment: 'STANDARD',
      lot: { title: 'Payroll' },
      framework: { title: 'Shared corporate services' },
      meters: [
        {
          code: 'payslips.processed',
          title: 'Payslips',
          unit: 'payslip',
          aggregation: 'SUM',
          prices: [
            {
              version: 1,
              startsOn: '2026-04-01',
              endsOn: null,
              state: 'CURRENT',
              price: {
                model: 'PER_UNIT',
                words: ['£4.42 each'],
                amount: null,
                unit: '4.42',
                tiers: null,
                size: null,
                rate: null,
                fixed: null,
                freeEvents: null,
                freeUnits: '0',
                minimum: null,
                maximum: null,
                json: '{"model":"perUnit","unit":"4.42"}',
              },
            },
          ],
        },
      ],
    });
  });

  it('may have a price of any model, which reads back as it was given', async () => {
    const prices = [
      { model: 'FLAT', amount: '1250' },
      {
        model: 'GRADUATED',
        tiers: [
          { upTo: '10', unit: '10', flat: '2' },
          { upTo: null, unit: '0.0125' },
        ],
        freeUnits: '5',
      },
      {
        model: 'VOLUME',
        tiers: [{ upTo: '100.5', unit: '2' }, { unit: '1' }],
        minimum: '50',
        maximum: '5000',
      },
      { model: 'PACKAGE', size: '10', unit: '100' },
      { model: 'PERCENTAGE', rate: '1.3', fixed: '2', freeEvents: 2 },
    ];
    const meters = prices.map((price, i) => ({ ...payslips, code: `meter.${i}`, price }));
    const { offeringId } = await givenOffering(manager, lotId, { meters });
    const shown = (await pricesOf(offeringId)).map(([version]) => version?.price);
    expect(shown.map((price) => JSON.parse(String(price?.['json'])) as unknown)).toEqual([
      { model: 'flat', amount: '1250' },
      {
        model: 'graduated',
        tiers: [
          { upTo: '10', unit: '10', flat: '2' },
          { upTo: null, unit: '0.0125' },
        ],
        freeUnits: '5',
      },
      {
        model: 'volume',
        tiers: [
          { upTo: '100.5', unit: '2' },
          { upTo: null, unit: '1' },
        ],
        minimum: '50',
        maximum: '5000',
      },
      { model: 'package', size: '10', unit: '100' },
      { model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2 },
    ]);
    expect(shown.map((price) => price?.['model'])).toEqual(prices.map(({ model }) => model));
    expect(shown.map((price) => (price?.['words'] as string[])[0])).toEqual([
      '£1,250.00 for each period',
      'First 5 free',
      'Up to 100.5: £2.00 each for all',
      '£100.00 for every started 10',
      '1.3% of the amount',
    ]);
    expect(shown[1]?.['tiers']).toEqual([
      { upTo: '10', unit: '10', flat: '2' },
      { upTo: null, unit: '0.0125', flat: '0' },
    ]);
  });

  it('answers every fault of a price at once', async () => {
    const { meterIds } = await givenDraftOffering(manager, lotId);
    const input = {
      meterId: meterIds[0],
      startsOn: '2027-01-01',
      price: {
        model: 'GRADUATED',
        unit: '4',
        tiers: [
          { upTo: '10', unit: '-1' },
          { upTo: '10', unit: '1.0000000000001' },
        ],
        freeUnits: '-2',
      },
      idempotencyKey: randomUUID(),
    };
    const codes = await manager.refusedWith(mutation('priceVersionAdd', ''), { input });
    expect([...codes].sort()).toEqual([
      'FIELD_UNKNOWN',
      'TIER_LAST_OPEN',
      'TIER_ORDER',
      'TOO_MANY_DECIMALS',
      'TOO_SMALL',
      'TOO_SMALL',
    ]);
  });

  it('is published when nothing is missing, and only under a published framework', async () => {
    const { offeringId } = await givenDraftOffering(manager, lotId, {
      vatTreatment: null as never,
      meters: [],
    });
    expect(await refusedWithoutTrace(manager, 'offeringPublish', { offeringId })).toEqual([
      'Choose the VAT treatment for Payroll Core before it is published.',
      'Before you publish Payroll Core, add at least one meter.',
    ]);
    const unpriced = await givenDraftOffering(manager, lotId, { meters: [] });
    const meter = {
      ...payslips,
      price: undefined,
      offeringId: unpriced.offeringId,
      idempotencyKey: randomUUID(),
    };
    await manager.ok(mutation('meterAdd', 'meter { code }'), { input: meter });
    expect(
      await refusedWithoutTrace(manager, 'offeringPublish', { offeringId: unpriced.offeringId }),
    ).toEqual(['Before you publish Payroll Core, add a price for Payslips.']);
    const draftLot = await givenLot(manager, await givenDraftFramework(manager));
    const early = await givenDraftOffering(manager, draftLot);
    expect(await refusedWithoutTrace(manager, 'offeringPublish', { offeringId: early.offeringId })).toEqual([
      'This framework has not been published yet.',
    ]);
  });

  it('is suspended, published again and withdrawn, and says so', async () => {
    const { offeringId } = await givenOffering(manager, lotId);
    const move = (name: string) => manager.ok(mutation(name, ''), { input: { offeringId } });
    const shown = async () => {
      const { offering } = await visitor.ok<Prices>(OFFERING, { id: offeringId });
      return [offering.state, offering.closedReason];
    };
    await move('offeringSuspend');
    expect(await shown()).toEqual([
      'SUSPENDED',
      'Payroll Core is not open to new members. It was suspended on 1 December 2026.',
    ]);
    expect(await refusedWithoutTrace(manager, 'offeringSuspend', { offeringId })).toEqual([
      'This service is suspended, so you cannot suspend it.',
    ]);
    await move('offeringPublish');
    expect(await shown()).toEqual(['PUBLISHED', null]);
    await move('offeringWithdraw');
    expect(await shown()).toEqual([
      'WITHDRAWN',
      'Payroll Core is not open to new members. It was withdrawn on 1 December 2026.',
    ]);
    expect(await refusedWithoutTrace(manager, 'offeringPublish', { offeringId })).toEqual([
      'This service is withdrawn, so you cannot publish it.',
    ]);
  });

  it('keeps the meters that its members agreed to', async () => {
    const { offeringId } = await givenOffering(manager, lotId);
    const meter = { offeringId, code: 'extra', title: 'Extra', unit: 'extra', idempotencyKey: randomUUID() };
    expect(await refusedWithoutTrace(manager, 'meterAdd', meter)).toEqual([
      'This service is published, so you cannot add a meter to it.',
    ]);
    const draft = await givenDraftOffering(manager, lotId);
    const same = {
      ...meter,
      offeringId: draft.offeringId,
      code: 'payslips.processed',
      idempotencyKey: randomUUID(),
    };
    expect(await refusedWithoutTrace(manager, 'meterAdd', same)).toEqual([
      'code: This service already has a meter with the code payslips.processed. Choose a different one.',
    ]);
  });

  it('has twenty meters at most', async () => {
    const meters = Array.from({ length: 20 }, (_, i) => ({ ...payslips, code: `payslips.${i}` }));
    const { offeringId } = await givenDraftOffering(manager, lotId, { meters });
    const further = {
      offeringId,
      code: 'extra',
      title: 'Extra',
      unit: 'extra',
      idempotencyKey: randomUUID(),
    };
    expect(await refusedWithoutTrace(manager, 'meterAdd', further)).toEqual([
      'A service can have up to 20 meters.',
    ]);
  });

  it('may say what is typically used of a meter', async () => {
    const { offeringId } = await givenDraftOffering(manager, lotId);
    const add = (code: string, typicalPerThousand: string | null) => ({
      ...{ offeringId, code, title: 'Extra', unit: 'extra', typicalPerThousand },
      idempotencyKey: randomUUID(),
    });
    expect(await refusedWithoutTrace(manager, 'meterAdd', add('Extra', '-0.5'))).toEqual([
      'code: The code must start with a small letter and have 2 to 63 small letters, numbers, dots, hyphens or underscores, like payslips.processed.',
      'typicalPerThousand: The typical use for 1,000 residents must be 0 or more.',
    ]);
    expect(await refusedWithoutTrace(manager, 'meterAdd', add('extra', '4.00001'))).toEqual([
      'typicalPerThousand: The typical use for 1,000 residents must have no more than 4 decimal places.',
    ]);
    for (const [code, typical, shown] of [
      ['extra.some', '4.50', '4.5'],
      ['extra.none', '0', '0'],
      ['extra.unknown', null, null],
    ] as const)
      expect(
        await manager.ok(mutation('meterAdd', 'meter { typicalPerThousand }'), { input: add(code, typical) }),
      ).toMatchObject({ meterAdd: { meter: { typicalPerThousand: shown } } });
  });

  it('gives notice of an increase, lowers a price at once, and never changes the past', async () => {
    const { offeringId, meterIds } = await givenOffering(manager, lotId);
    const [meterId = ''] = meterIds;
    const price = (startsOn: string, unit: string) => ({
      meterId,
      startsOn,
      price: { model: 'PER_UNIT', unit },
      idempotencyKey: randomUUID(),
    });
    expect(await refusedWithoutTrace(manager, 'priceVersionAdd', price('2027-02-28', '4.43'))).toEqual([
      "startsOn: Members need 90 days' notice of a price increase. The earliest start date is 1 March 2027.",
    ]);
    expect(await refusedWithoutTrace(manager, 'priceVersionAdd', price('2026-11-30', '1'))).toEqual([
      'startsOn: This price started on 1 April 2026 and cannot be changed. Add a new price with a later start date.',
    ]);
    await givenPrice(manager, meterId, {
      startsOn: '2027-03-01',
      price: { model: 'PER_UNIT', unit: '4.43' },
    });
    await givenPrice(manager, meterId, {
      startsOn: '2026-12-02',
      price: { model: 'PER_UNIT', unit: '4.40' },
    });
    expect(await refusedWithoutTrace(manager, 'priceVersionAdd', price('2027-03-01', '4'))).toEqual([
      'startsOn: There is already a price for Payslips from 1 March 2027.',
    ]);
    const [prices = []] = await pricesOf(offeringId);
    expect(prices.map(({ version, startsOn, endsOn, state }) => [version, startsOn, endsOn, state])).toEqual([
      [1, '2026-04-01', '2026-12-01', 'CURRENT'],
      [3, '2026-12-02', '2027-02-28', 'SCHEDULED'],
      [2, '2027-03-01', null, 'SCHEDULED'],
    ]);
  });

  it('withdraws a price only before it starts', async () => {
    const { offeringId, meterIds } = await givenOffering(manager, lotId);
    const lower = { model: 'PER_UNIT', unit: '4.41' };
    const started = await givenPrice(manager, meterIds[0] ?? '', { startsOn: '2026-12-01', price: lower });
    const coming = await givenPrice(manager, meterIds[0] ?? '', { startsOn: '2026-12-02', price: lower });
    expect(await refusedWithoutTrace(manager, 'priceVersionWithdraw', { priceVersionId: started })).toEqual([
      'This price started on 1 December 2026 and cannot be changed. Add a new price with a later start date.',
    ]);
    const withdraw = mutation('priceVersionWithdraw', 'meter { prices { version } }');
    const { priceVersionWithdraw } = await manager.ok<{ priceVersionWithdraw: { meter: unknown } }>(
      withdraw,
      {
        input: { priceVersionId: coming },
      },
    );
    expect(priceVersionWithdraw.meter).toEqual({ prices: [{ version: 2 }] });
    expect(await refusedWithoutTrace(manager, 'priceVersionWithdraw', { priceVersionId: coming })).toEqual([
      'NOT_FOUND',
    ]);
    expect((await pricesOf(offeringId))[0]?.map(({ endsOn }) => endsOn)).toEqual([null]);

    const later = await givenOffering(manager, lotId, { pricesFrom: '2027-01-01' });
    const { offering } = await visitor.ok<{ offering: { meters: { prices: { id: string }[] }[] } }>(
      'query($id: ID!) { offering(id: $id) { meters { prices { id } } } }',
      { id: later.offeringId },
    );
    const only = offering.meters[0]?.prices[0]?.id;
    expect(await refusedWithoutTrace(manager, 'priceVersionWithdraw', { priceVersionId: only })).toEqual([
      'This price is the only one of a published offering, so you cannot withdraw it.',
    ]);
  });
});

describe('who may keep a catalogue', () => {
  it("is its lead authority's catalogue manager and nobody else", async () => {
    const { frameworkId, lotId } = await givenFramework(manager, [lancashireDistricts]);
    const { offeringId, meterIds } = await givenDraftOffering(manager, lotId);
    const [meterId] = meterIds;
    const { offering } = await manager.ok<{ offering: { meters: { prices: { id: string }[] }[] } }>(
      'query($id: ID!) { offering(id: $id) { meters { prices { id } } } }',
      { id: offeringId },
    );
    const idempotencyKey = randomUUID();
    const requests: [name: string, input: object][] = [
      ['frameworkPublish', { frameworkId }],
      ['eligibilityRuleAdd', { frameworkId, bodyId: memberBodyId, reason: 'x', idempotencyKey }],
      ['lotAdd', { frameworkId, title: 'x', idempotencyKey }],
      [
        'offeringCreate',
        {
          lotId,
          title: 'x',
          summary: 'x',
          included: [],
          notIncluded: [],
          youMust: [],
          personalData: false,
          idempotencyKey,
        },
      ],
      ['meterAdd', { offeringId, code: 'xx', title: 'x', unit: 'x', idempotencyKey }],
      [
        'priceVersionAdd',
        { meterId, startsOn: '2028-01-01', price: { model: 'FLAT', amount: '1' }, idempotencyKey },
      ],
      ['priceVersionWithdraw', { priceVersionId: offering.meters[0]?.prices[0]?.id }],
      ['offeringPublish', { offeringId }],
      ['offeringSuspend', { offeringId }],
      ['offeringWithdraw', { offeringId }],
    ];
    const foreign = await otherLead.as('LEAD_CATALOGUE_MANAGER');
    const finance = await lead.as('LEAD_FINANCE_PREPARER');
    const before = await stack.fingerprint();
    for (const [name, input] of requests) {
      expect([name, await refusalsOf(foreign, name, input)]).toEqual([name, ['NOT_FOUND']]);
      expect([name, await refusalsOf(finance, name, input)]).toEqual([name, ['ROLE_REQUIRED']]);
      expect([name, await refusalsOf(member, name, input)]).toEqual([name, ['ROLE_REQUIRED']]);
      expect([name, await refusalsOf(visitor, name, input)]).toEqual([name, ['SIGN_IN_REQUIRED']]);
    }
    expect(await stack.fingerprint()).toBe(before);
  });
});
