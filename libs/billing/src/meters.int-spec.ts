import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aggregations, formatPence, month, type Aggregation } from '#libs/kernel';
import type { UsageKey } from '#libs/metering';
import { newId } from '#libs/platform';
import { parseCalculation, rateLine, ratedLineToJson } from '#libs/pricing';
import { BillingHere, codesOf, valueOf, type LeadHere, type MemberHere } from '../../../test/billing.js';
import { brokenInvariants } from '../../../test/invariants.js';
import { ApproveRun, IssueRun, PreviewBill, ReadInvoices } from './index.js';

let here: BillingHere;

beforeAll(async () => {
  here = await BillingHere.start();
}, 60_000);

afterAll(() => here.stop());

afterEach(async () => {
  expect(await brokenInvariants(here.database.adminUrl)).toEqual([]);
});

const KINDS = ['payslips', 'meter-1', 'meter-2', 'meter-3', 'meter-4', 'meter-5'];
const each = { '2020-04-01': { model: 'perUnit', unit: '1' } };
const sixMeters = () =>
  here.lead(
    KINDS.map(() => each),
    { aggregations },
  );

const bill = async (lead: LeadHere, label: string): Promise<void> => {
  const runId = await here.run(lead, label);
  const contentSha256 = await here.draftsSha256(lead, runId);
  if (contentSha256 === null) return;
  const approved = await here.app.get(ApproveRun).execute(lead.approver, { runId, contentSha256 });
  expect(valueOf(approved).failures).toEqual([]);
  const issued = await here.app.get(IssueRun).execute(lead.approver, { runId, idempotencyKey: newId() });
  expect(valueOf(issued).failures).toEqual([]);
};
/** Lines of the newest invoice: aggregation, month and net. */
const newest = async (
  lead: LeadHere,
  { meterIds }: MemberHere,
  kinds: readonly Aggregation[] = aggregations,
) => {
  const [invoice] = await here.invoices(lead);
  const lines = invoice ? await here.lines(lead, [invoice.id]) : [];
  return lines.map(({ meterId, period, net }) =>
    [kinds[meterIds.indexOf(meterId)], period.start.slice(0, 7), formatPence(net)].join(' '),
  );
};
const credits = async (lead: LeadHere) =>
  (await here.creditNotes(lead)).map(({ net, state, reason }) => `${formatPence(net)} ${state} ${reason}`);
const sendAll = (
  key: UsageKey,
  {
    id,
    time,
    quantity,
    value,
    corrects,
  }: { id: string; time: string; quantity: string; value?: string; corrects?: string },
) =>
  here.send(
    key,
    ...KINDS.map((type) => ({
      ...{ id: `${id}-${type}`, time, type },
      data: { quantity, value, ...(corrects === undefined ? {} : { corrects: `${corrects}-${type}` }) },
    })),
  );
const runOf = async (lead: LeadHere, label: string) =>
  (await here.invoices(lead)).filter(({ period }) => period.start === month(label).start);

describe('each aggregation, from what is sent to the bill', () => {
  it('is billed for what the month comes to, and the calculator says the same of each line', async () => {
    await here.setClock('2026-04-29');
    const lead = await sixMeters();
    const member = await here.member(lead);
    const key = await here.usageKey(member);
    await sendAll(key, { id: 'a', time: '2026-04-10T23:00:00Z', quantity: '30', value: 'ann' });
    await sendAll(key, { id: 'b', time: '2026-04-20T23:00:00Z', quantity: '60', value: 'bob' });
    await sendAll(key, { id: 'c', time: '2026-04-25T23:00:00Z', quantity: '45', value: 'ann' });
    await here.setClock('2026-05-02');
    await bill(lead, '2026-04');
    // The level: 10 days of 0, 10 of 30, 5 of 60 and 5 of 45.
    expect(await newest(lead, member)).toEqual([
      ...['SUM 2026-04 135.00', 'COUNT 2026-04 3.00', 'MAX 2026-04 60.00', 'LAST 2026-04 45.00'],
      ...['UNIQUE 2026-04 2.00', 'TIME_WEIGHTED 2026-04 27.50'],
    ]);
    const [invoice] = await here.invoices(lead);
    for (const { id, working } of await here.lines(lead, [invoice?.id ?? ''])) {
      const { calculation, result } = working.arithmetic;
      const rated = rateLine(valueOf(parseCalculation(JSON.parse(JSON.stringify(calculation)))));
      expect(ratedLineToJson(rated)).toEqual(result);
      const records = await here.work.read(lead.preparer, async (tx) => {
        const found = await here.app.get(ReadInvoices).line(tx, id);
        return found ? here.app.get(ReadInvoices).records(tx, found, { limit: 100, after: null }) : [];
      });
      expect(records.map(({ quantity }) => quantity.toDecimalString())).toEqual(['30', '60', '45']);
    }
  });

  it('late, corrected and withdrawn use is a difference, of every month that it changes', async () => {
    await here.setClock('2026-04-29');
    const lead = await sixMeters();
    const member = await here.member(lead);
    const key = await here.usageKey(member);
    await sendAll(key, { id: 'a', time: '2026-04-01T00:00:00+01:00', quantity: '10', value: 'ann' });
    await sendAll(key, { id: 'b', time: '2026-04-16T00:00:00+01:00', quantity: '20', value: 'bob' });
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    // A level holds on into a month without records; nothing else is there.
    expect(await newest(lead, member)).toEqual([
      ...['SUM 2026-04 30.00', 'COUNT 2026-04 2.00', 'MAX 2026-04 20.00', 'LAST 2026-04 20.00'],
      ...['UNIQUE 2026-04 2.00', 'TIME_WEIGHTED 2026-04 15.00', 'TIME_WEIGHTED 2026-05 20.00'],
    ]);

    // The same once more, in another order, changes nothing.
    await sendAll(key, { id: 'b', time: '2026-04-15T23:00:00Z', quantity: '20.0', value: 'bob' });
    await sendAll(key, { id: 'a', time: '2026-03-31T23:00:00Z', quantity: '10', value: 'ann' });
    const before = await here.fingerprint();
    await bill(lead, '2026-05');
    expect(await here.fingerprint()).toBe(before);

    // Late, and below what was there: only a sum, a count, a different value and a level notice.
    await sendAll(key, { id: 'c', time: '2026-04-30T00:00:00+01:00', quantity: '5', value: 'cat' });
    await here.setClock('2026-07-02');
    await bill(lead, '2026-06');
    expect(await newest(lead, member)).toEqual([
      ...['SUM 2026-04 5.00', 'COUNT 2026-04 1.00', 'UNIQUE 2026-04 1.00', 'TIME_WEIGHTED 2026-06 5.00'],
    ]);
    // April's last is 5 now and its last day's level 5 instead of 20; May's level all 5.
    const left = 'What was used in April 2026, May 2026 comes to less than was billed.';
    expect(await credits(lead)).toEqual([`30.50 ISSUED ${left}`]);

    // The highest is withdrawn, the late one becomes bob's: in any order, 1 to 3 days later.
    await sendAll(key, { id: 'd', time: '2026-07-01T09:00:00Z', quantity: '0', corrects: 'b' });
    await sendAll(key, { id: 'e', time: '2026-07-01T09:00:00Z', quantity: '8', value: 'ann', corrects: 'c' });
    await here.setClock('2026-08-02');
    await bill(lead, '2026-07');
    // 29 days of 10 and one of 8: from 14.50 by 4.5667 down to 9.93; what follows goes from 5 to 8.
    expect(await newest(lead, member)).toEqual([
      ...['LAST 2026-04 3.00', 'TIME_WEIGHTED 2026-05 3.00', 'TIME_WEIGHTED 2026-06 3.00'],
      'TIME_WEIGHTED 2026-07 8.00',
    ]);
    const [latest] = await here.rows<{ net: string }>(
      "select sum(net_pence) as net from credit_note where lead_id = $1 and run_month = '2026-07-01'",
      [lead.leadId],
    );
    // SUM 35 → 18, COUNT 3 → 2, MAX 20 → 10, UNIQUE 3 → 1, level 14.50 → 9.93.
    expect(latest?.net).toBe(String(1700 + 100 + 1000 + 200 + 457));
  });

  it('counts different values once in a month, whoever sends them, and again in the next', async () => {
    await here.setClock('2026-05-20');
    const lead = await here.lead([each], { aggregations: ['UNIQUE'] });
    const member = await here.member(lead);
    const key = await here.usageKey(member);
    const login = (time: string, value: string) => ({ time, type: 'payslips', data: { value } });
    await here.send(key, login('2026-04-30T22:59:59Z', 'ann'), login('2026-04-30T23:00:00Z', 'ann'));
    await here.send(key, login('2026-04-02T09:00:00Z', 'ann'), login('2026-05-02T09:00:00Z', 'bob'));
    await here.use(member, '2026-04-03', null, { value: 'ann' });
    await here.use(member, '2026-04-03', null, { value: 'cat' });
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    expect(await newest(lead, member, ['UNIQUE'])).toEqual(['UNIQUE 2026-04 2.00', 'UNIQUE 2026-05 2.00']);
  });

  it('of a part of a month follows the term: a level is an average of the whole month', async () => {
    await here.setClock('2026-05-02');
    const lead = await sixMeters();
    const member = await here.member(lead, { startsOn: '2026-04-16', endsOn: '2026-05-10' });
    const key = await here.usageKey(member);
    await sendAll(key, { id: 'a', time: '2026-04-16T00:00:00+01:00', quantity: '31', value: 'ann' });
    await here.setClock('2026-07-02');
    await bill(lead, '2026-06');
    // 15 of April's 30 days, and 10 of May's 31; June is after the term.
    expect(await newest(lead, member)).toEqual([
      ...['SUM 2026-04 31.00', 'COUNT 2026-04 1.00', 'MAX 2026-04 31.00', 'LAST 2026-04 31.00'],
      ...['UNIQUE 2026-04 1.00', 'TIME_WEIGHTED 2026-04 15.50', 'TIME_WEIGHTED 2026-05 10.00'],
    ]);
  });

  // killbill TestDSTUsageIssue.java: events at these times of New York are of these months; here of London's.
  it('counts events by the months of London, across a clock change', async () => {
    await here.setClock('2026-05-20');
    const lead = await here.lead([each], { aggregations: ['COUNT'] });
    const member = await here.member(lead, { startsOn: '2026-03-01' });
    const key = await here.usageKey(member);
    const times = [
      ...['2026-03-01T04:00:00+00:00', '2026-03-15T00:00:00+00:00', '2026-03-31T23:59:00+01:00'],
      ...['2026-04-01T00:00:00+01:00', '2026-04-01T00:01:00+01:00', '2026-04-15T00:00:00+01:00'],
      ...['2026-04-30T23:59:00+01:00', '2026-05-01T00:00:00+01:00', '2026-05-01T00:01:00+01:00'],
    ];
    expect((await here.send(key, ...times.map((time) => ({ time, type: 'payslips' })))).accepted).toBe(9);
    await here.setClock('2026-06-02');
    await bill(lead, '2026-05');
    expect(await newest(lead, member, ['COUNT'])).toEqual([
      ...['COUNT 2026-03 3.00', 'COUNT 2026-04 4.00', 'COUNT 2026-05 2.00'],
    ]);
  });

  it('whose price changes inside a month after all parks the member instead of guessing', async () => {
    await here.setClock('2026-05-02');
    const lead = await here.lead([each], { aggregations: ['MAX'] });
    const member = await here.member(lead);
    await here.use(member, '2026-04-10', '7');
    // Planted: the catalogue refuses it.
    await here.price(lead.leadId, lead.meterIds[0] ?? '', '2026-04-16', { model: 'perUnit', unit: '2' });
    const runId = await here.run(lead, '2026-04');
    expect((await here.membersOfRun(lead, runId)).map(({ state }) => state)).toEqual(['PARKED']);
    const { tenantId, leadId } = member;
    const preview = await here.work.read(lead.preparer, (tx) =>
      here.app.get(PreviewBill).within(tx, { tenantId, leadId }, month('2026-04')),
    );
    expect(codesOf(preview)).toEqual(['PRICE_MID_MONTH']);
    expect(await runOf(lead, '2026-04')).toEqual([]);
  });
});
