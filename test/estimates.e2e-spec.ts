import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '#libs/kernel';
import type { Client } from './client.js';
import {
  givenDraftFramework,
  givenDraftOffering,
  givenFramework,
  givenLot,
  givenOffering,
  givenPrice,
} from './given/catalogue.js';
import { givenBody, givenLead, givenMember, type Member } from './given/directory.js';
import { Stack } from './stack.js';

const LINES = `lines { offeringTitle meterId meterTitle unit perYear perMonth priceVersionId priceWords
  netPerMonth { amount } netPerYear { amount } vatTreatment vatRate }`;
const FIGURES = `id framework { id title } body { id name } savedOn ${LINES}
  netPerYear { amount currency } vatPerYear { amount } grossPerYear { amount }`;
const SAVE = `mutation($input: EstimateSaveInput!) { estimateSave(input: $input) { estimate { ${FIGURES} } userErrors { code message path } } }`;
const READ = `query($id: ID!) { estimate(id: $id) { ${FIGURES} } }`;

interface Seen {
  readonly id: string;
  readonly savedOn: string;
  readonly lines: readonly { readonly netPerYear: { readonly amount: string } }[];
}
interface Saved {
  readonly estimateSave: {
    readonly estimate: Seen | null;
    readonly userErrors: readonly { code: string; message: string; path: readonly string[] }[];
  } | null;
}

let stack: Stack;
let visitor: Client;
/** Signed in anew when the clock has been moved on too far. */
let asManager: () => Promise<Client>;
let member: Member;
let frameworkId: string;
let lotId: string;
let payroll: { offeringId: string; meterIds: readonly string[] };
let billing: { offeringId: string; meterIds: readonly string[] };

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-06');
  visitor = stack.visitor();
  const lead = await givenLead(stack);
  asManager = () => lead.as('LEAD_CATALOGUE_MANAGER');
  const manager = await asManager();
  member = await givenMember(stack);
  ({ frameworkId, lotId } = await givenFramework(manager, [{ bodyId: member.bodyId }], {
    priceNoticeDays: 0,
  }));
  payroll = await givenOffering(manager, lotId, {
    meters: [
      { code: 'payslips', title: 'Payslips', unit: 'payslip', price: { model: 'PER_UNIT', unit: '4.42' } },
      {
        code: 'users',
        title: 'Active users',
        unit: 'user',
        price: {
          model: 'GRADUATED',
          tiers: [
            { upTo: '250', unit: '9.80', flat: '150.00' },
            { upTo: null, unit: '8.40' },
          ],
        },
      },
    ],
  });
  billing = await givenOffering(manager, lotId, {
    title: 'Council Tax Billing',
    vatTreatment: 'OUTSIDE_SCOPE',
    meters: [
      {
        code: 'accounts',
        title: 'Accounts billed',
        unit: 'account',
        price: { model: 'PER_UNIT', unit: '0.92' },
      },
    ],
  });
}, 120_000);

afterAll(() => stack?.stop());

const volume = (meterId: string | undefined, perYear: string) => ({ meterId, perYear });
const inputOf = (volumes: readonly object[], change: object = {}) => ({
  input: { frameworkId, volumes, idempotencyKey: randomUUID(), ...change },
});
const save = async (volumes: readonly object[], change: object = {}, client = visitor): Promise<Seen> => {
  const { estimateSave } = await client.ok<Saved>(SAVE, inputOf(volumes, change));
  if (!estimateSave?.estimate) throw new Error('nothing was saved');
  return estimateSave.estimate;
};
const read = async (id: string, client = visitor): Promise<Seen> =>
  (await client.ok<{ estimate: Seen }>(READ, { id })).estimate;

/** Refused with these messages (or top-level codes), and nothing in the database is other than before. */
const refused = async (volumes: readonly object[], change: object = {}, client = visitor) => {
  const before = await stack.fingerprint();
  const { data, errors } = await client.send<Saved>(SAVE, inputOf(volumes, change));
  expect(await stack.fingerprint()).toBe(before);
  const said = data?.estimateSave?.userErrors ?? [];
  return [
    ...errors.map(({ extensions }) => extensions.code),
    ...said.map(({ code, message, path }) => `${[code, path.join('.')].join(' ')}: ${message}`),
  ];
};

describe('an estimate', () => {
  it('is made by anyone without an account, and read by whoever has its id', async () => {
    const manager = await asManager();
    const [payslips, users] = payroll.meterIds;
    const [accounts] = billing.meterIds;
    const volumes = [volume(accounts, '43000'), volume(users, '5400'), volume(payslips, '1000')];
    const saved = await save(volumes, { bodyId: member.bodyId });
    const priceOf = await stack.sql<{ meter: string; id: string }>(
      "select replace(meter_id::text, '-', '') as meter, 'prv_' || replace(id::text, '-', '') as id from price_version",
    );
    const priceVersionId = (meterId: string | undefined) =>
      priceOf.find(({ meter }) => `mtr_${meter}` === meterId)?.id;
    expect(saved).toEqual({
      id: expect.stringMatching(/^est_[0-9a-f]{12}4[0-9a-f]{19}$/),
      framework: { id: frameworkId, title: 'Shared corporate services' },
      body: { id: member.bodyId, name: 'Ashbeck Borough Council' },
      savedOn: '2026-05-06',
      lines: [
        {
          ...{ offeringTitle: 'Payroll Core', meterId: payslips, meterTitle: 'Payslips', unit: 'payslip' },
          ...{ perYear: '1000', perMonth: '83.333333', priceVersionId: priceVersionId(payslips) },
          ...{
            priceWords: ['£4.42 each'],
            netPerMonth: { amount: '368.33' },
            netPerYear: { amount: '4419.96' },
          },
          ...{ vatTreatment: 'STANDARD', vatRate: '0.2' },
        },
        {
          ...{ offeringTitle: 'Payroll Core', meterId: users, meterTitle: 'Active users', unit: 'user' },
          ...{ perYear: '5400', perMonth: '450', priceVersionId: priceVersionId(users) },
          priceWords: ['First 250: £9.80 each plus £150.00', 'Over 250: £8.40 each'],
          // 250 × £9.80 + £150 + 200 × £8.40.
          ...{ netPerMonth: { amount: '4280.00' }, netPerYear: { amount: '51360.00' } },
          ...{ vatTreatment: 'STANDARD', vatRate: '0.2' },
        },
        {
          ...{ offeringTitle: 'Council Tax Billing', meterId: accounts, meterTitle: 'Accounts billed' },
          ...{ unit: 'account', perYear: '43000', perMonth: '3583.333333' },
          ...{ priceVersionId: priceVersionId(accounts), priceWords: ['£0.92 each'] },
          ...{ netPerMonth: { amount: '3296.67' }, netPerYear: { amount: '39560.04' } },
          ...{ vatTreatment: 'OUTSIDE_SCOPE', vatRate: '0' },
        },
      ],
      // VAT on £55,779.96 of standard rate is £11,155.992.
      netPerYear: { amount: '95340.00', currency: 'GBP' },
      vatPerYear: { amount: '11155.99' },
      grossPerYear: { amount: '106495.99' },
    });
    expect(await read(saved.id)).toEqual(saved);
    expect(await read(saved.id, await member.as('TENANT_ADMIN'))).toEqual(saved);
    expect(await read(saved.id, manager)).toEqual(saved);
  });

  it('has no line for what is not used, and needs no body', async () => {
    const [payslips, users] = payroll.meterIds;
    const saved = await save([volume(payslips, '0.0001'), volume(users, '0')]);
    expect(saved).toMatchObject({
      body: null,
      lines: [{ meterId: payslips, perYear: '0.0001', perMonth: '0.000008', netPerYear: { amount: '0.00' } }],
      grossPerYear: { amount: '0.00' },
    });
  });

  it('shows the same figures for ever, and a new one has the new prices', async () => {
    const manager = await asManager();
    const { meterIds } = await givenOffering(manager, lotId, { title: 'Payroll Changing' });
    const volumes = [volume(meterIds[0], '1200')];
    const old = await save(volumes);
    expect(old.lines[0]?.netPerYear).toEqual({ amount: '5304.00' });
    await givenPrice(manager, meterIds[0] ?? '', {
      startsOn: '2026-05-08',
      price: { model: 'PER_UNIT', unit: '5.00' },
    });
    await stack.setClock('2026-05-07T22:59:00Z');
    expect((await save(volumes)).lines[0]?.netPerYear).toEqual({ amount: '5304.00' });
    // Midnight in London.
    await stack.setClock('2026-05-07T23:00:00Z');
    const newer = await save(volumes);
    expect([newer.savedOn, newer.lines[0]?.netPerYear]).toEqual(['2026-05-08', { amount: '6000.00' }]);
    expect(await read(old.id)).toEqual(old);
    const [changed] = await Promise.allSettled([stack.sql('update estimate set net_pence = 1')]);
    expect(changed.status).toBe('rejected');
  });

  it('is saved once for a key, however many ask at once', async () => {
    const manager = await asManager();
    const input = { ...inputOf([volume(payroll.meterIds[0], '12')]) };
    const counted = async () =>
      (await stack.sql<{ n: number }>('select count(*)::int as n from estimate'))[0]?.n ?? 0;
    const before = await counted();
    const answers = await Promise.all(Array.from({ length: 8 }, () => visitor.ok<Saved>(SAVE, input)));
    expect(new Set(answers.map((answer) => answer.estimateSave?.estimate?.id)).size).toBe(1);
    expect(await counted()).toBe(before + 1);
    const { idempotencyKey } = input.input;
    expect(await refused([volume(payroll.meterIds[0], '13')], { idempotencyKey })).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey: This idempotency key was already used with different values for: volumes. Use a new key for a new request.',
    ]);
    // Somebody who is signed in has keys of their own.
    const own = await save([volume(payroll.meterIds[0], '12')], { idempotencyKey }, manager);
    expect(own.id).not.toBe(answers[0]?.estimateSave?.estimate?.id);
  });

  it('says all that is wrong at once', async () => {
    const manager = await asManager();
    const [payslips, users] = payroll.meterIds;
    const later = await givenOffering(manager, lotId, { title: 'Payroll Later', pricesFrom: '2026-06-01' });
    const closed = await givenOffering(manager, lotId, { title: 'Payroll Closed' });
    await manager.ok(
      'mutation($input: OfferingSuspendInput!) { offeringSuspend(input: $input) { userErrors { code message } } }',
      { input: { offeringId: closed.offeringId } },
    );
    const { id: abolished } = await givenBody(stack, 'ALL');
    expect(
      await refused(
        [
          volume(payslips, '-1'),
          volume(users, '1.00001'),
          volume(users, '1'),
          volume(later.meterIds[0], '12'),
          volume(closed.meterIds[0], '12'),
        ],
        { bodyId: abolished },
      ),
    ).toEqual([
      'BODY_ABOLISHED bodyId: Allerdale Borough Council closed on 1 April 2023. Continue as Cumberland Council.',
      'TOO_SMALL volumes.0.perYear: The yearly volume of Payslips must be 0 or more.',
      'TOO_MANY_DECIMALS volumes.1.perYear: The yearly volume of Active users must have no more than 4 decimal places.',
      'VOLUME_TWICE volumes.2.meterId: The yearly volume of Active users is listed twice. Enter it once.',
      'PRICE_MISSING volumes.3.meterId: There is no price for Payslips on 8 May 2026. Leave it out of this estimate.',
      'LOT_CLOSED volumes.4.meterId: Payroll Closed is not open to new members. It was suspended on 8 May 2026.',
    ]);
    const empty = ['ESTIMATE_EMPTY volumes: Enter how much you use in a year of at least one service.'];
    expect(await refused([])).toEqual(empty);
    expect(await refused([volume(payslips, '0')])).toEqual(empty);
    expect(await refused(Array.from({ length: 101 }, () => volume(payslips, '1')))).toEqual([
      'LIST_TOO_LONG volumes: Send 100 items or fewer at a time.',
    ]);
    expect(await refused([volume(payslips, '1e3')])).toEqual(['BAD_USER_INPUT']);
  });

  it('is made from what anyone may see: a draft is not there, not even for its own lead authority', async () => {
    const manager = await asManager();
    const draft = await givenDraftFramework(manager);
    const { meterIds } = await givenDraftOffering(manager, await givenLot(manager, draft));
    const hidden = await givenDraftOffering(manager, lotId);
    const unknown = (kind: 'framework' | 'meter' | 'body') => toPublicId(kind, randomUUID());
    const some = [volume(payroll.meterIds[0], '12')];
    for (const client of [visitor, manager]) {
      expect(await refused([volume(meterIds[0], '12')], { frameworkId: draft }, client)).toEqual([
        'NOT_FOUND',
      ]);
      expect(await refused([...some, volume(hidden.meterIds[0], '12')], {}, client)).toEqual(['NOT_FOUND']);
    }
    expect(await refused(some, { frameworkId: unknown('framework') })).toEqual(['NOT_FOUND']);
    expect(await refused([...some, volume(unknown('meter'), '12')])).toEqual(['NOT_FOUND']);
    expect(await refused(some, { bodyId: unknown('body') })).toEqual(['NOT_FOUND']);
    for (const id of [toPublicId('estimate', randomUUID()), toPublicId('meter', randomUUID()), 'x'])
      expect((await visitor.send(READ, { id })).errors.map(({ extensions }) => extensions.code)).toEqual([
        'NOT_FOUND',
      ]);
  });

  it('is of a framework that has not ended', async () => {
    await stack.setClock('2030-04-01');
    expect(await refused([volume(payroll.meterIds[0], '12')])).toEqual([
      'FRAMEWORK_EXPIRED frameworkId: This framework ended on 31 March 2030. You cannot award a new call-off. Call-offs already in place continue until their own end dates.',
    ]);
  });

  it('holds nothing of whoever made it', async () => {
    const columns = await stack.sql<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = 'estimate'::regclass and attnum > 0 order by attnum",
    );
    expect(columns.map(({ name }) => name)).toEqual([
      ...['id', 'framework_id', 'body_id', 'saved_on', 'saved_at', 'volumes', 'lines'],
      ...['net_pence', 'vat_pence', 'gross_pence'],
    ]);
  });
});
