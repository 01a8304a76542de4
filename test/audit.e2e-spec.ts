import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client.js';
import { givenCallOff } from './given/calloffs.js';
import { givenFramework, givenOffering } from './given/catalogue.js';
import { givenLead, givenMember, type Lead, type Member } from './given/directory.js';
import {
  givenAgreementVersion,
  givenMembership,
  givenStartedOptIn,
  seeAgreement,
} from './given/membership.js';
import { Stack } from './stack.js';

interface Record {
  readonly seq: string;
  readonly personName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly offeringId: string | null;
  readonly summary: string;
  readonly hash: string;
}
interface Trail {
  readonly auditTrail: {
    readonly edges: readonly { readonly node: Record }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}
interface Verification {
  readonly isVerified: boolean;
  readonly records: number;
  readonly head: string | null;
  readonly firstBroken: { readonly seq: string; readonly reason: string } | null;
}

let stack: Stack;
let lead: Lead;
let otherLead: Lead;
let ashbeck: Member;
let fenhollow: Member;
let leadAuditor: Client;
let tenantAuditor: Client;
let ids: {
  optIn: string;
  agreement: string;
  callOff: string;
  price: string;
  framework: string;
  offering: string;
};
const admin = 'Tenant-Admin';

const TRAIL = `query($withBodyId: ID, $subjectKind: String, $subjectId: ID, $first: Int, $after: String) {
  auditTrail(withBodyId: $withBodyId, subjectKind: $subjectKind, subjectId: $subjectId, first: $first, after: $after) {
    edges { node { seq personName action subjectKind subjectId subjectName offeringId summary hash } } pageInfo { endCursor hasNextPage } } }`;
const VERIFY = `query($withBodyId: ID) { auditVerify(withBodyId: $withBodyId) { isVerified records head firstBroken { seq reason } } }`;

const trail = async (who: Client, args: object): Promise<readonly Record[]> =>
  (await who.ok<Trail>(TRAIL, { first: 100, ...args })).auditTrail.edges.map(({ node }) => node);
const sentences = async (who: Client, args: object): Promise<readonly string[]> =>
  (await trail(who, args)).map(({ summary }) => summary);
const verify = async (who: Client, withBodyId: string | null): Promise<Verification> =>
  (await who.ok<{ auditVerify: Verification }>(VERIFY, { withBodyId })).auditVerify;
const codesOf = async (who: Client, query: string, variables: object = {}): Promise<readonly string[]> =>
  (await who.send(query, variables)).errors.map(({ extensions }) => extensions.code);

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-01');
  lead = await givenLead(stack);
  otherLead = await givenLead(stack, { body: 'INV-WESTERLOW' });
  ashbeck = await givenMember(stack);
  fenhollow = await givenMember(stack, { body: 'INV-FENHOLLOW' });
  const catalogue = await lead.as('LEAD_CATALOGUE_MANAGER');
  const { frameworkId, lotId } = await givenFramework(catalogue, [
    { bodyId: ashbeck.bodyId },
    { bodyId: fenhollow.bodyId },
  ]);
  const { offeringId, meterIds } = await givenOffering(catalogue, lotId);
  await givenAgreementVersion(catalogue, frameworkId);
  const { optInId, agreementId } = await givenMembership(lead, ashbeck, {
    frameworkId,
    offeringIds: [offeringId],
  });
  const { id: callOff } = await givenCallOff(ashbeck, offeringId, {
    startsOn: '2026-05-01',
    endsOn: '2027-04-30',
  });
  leadAuditor = await lead.as('LEAD_AUDITOR');
  tenantAuditor = await ashbeck.as('TENANT_AUDITOR');
  expect((await seeAgreement(tenantAuditor, frameworkId)).id).toBe(agreementId);
  const { offering } = await catalogue.ok<{
    offering: { meters: { prices: { id: string }[] }[] };
  }>('query($id: ID!) { offering(id: $id) { meters { prices { id } } } }', {
    id: offeringId,
  });
  expect(meterIds).toHaveLength(1);
  const price = offering.meters[0]?.prices[0]?.id ?? '';
  const catalogueIds = { price, framework: frameworkId, offering: offeringId };
  ids = { optIn: optInId, agreement: agreementId, callOff, ...catalogueIds };
}, 120_000);

afterAll(() => stack.stop());

describe('the trail of one thing', () => {
  it('tells who did what to an agreement, to both sides alike', async () => {
    const args = { subjectId: ids.agreement };
    const told = await trail(tenantAuditor, { ...args, withBodyId: lead.bodyId });
    expect(
      told.map(({ action, personName, subjectKind, subjectId, summary }) => ({
        action,
        personName,
        subjectKind,
        subjectId,
        summary,
      })),
    ).toEqual([
      {
        action: 'agreement.countersign',
        personName: 'Lee Approver',
        subjectKind: 'agreement',
        subjectId: ids.agreement,
        summary: 'Lee Approver countersigned the access agreement.',
      },
      {
        action: 'agreement.sign',
        personName: 'Tenant Signatory',
        subjectKind: 'agreement',
        subjectId: ids.agreement,
        summary: 'Tenant Signatory signed the access agreement.',
      },
    ]);
    expect(await trail(leadAuditor, { ...args, withBodyId: ashbeck.bodyId })).toEqual(told);
  });

  it('follows an opt-in from its start to the call-off, and the call-off', async () => {
    const withBodyId = lead.bodyId;
    const told = await sentences(tenantAuditor, { withBodyId, subjectId: ids.optIn });
    expect(told).toEqual([
      'Tenant Client Lead called off a service of the opt-in.',
      'Lead Catalogue Manager approved the opt-in.',
      'Tenant Client Lead submitted the opt-in.',
      ...Array.from({ length: 5 }, () => 'Tenant Client Lead saved a task of the opt-in.'),
      'Tenant Client Lead started the opt-in.',
    ]);
    expect(await sentences(tenantAuditor, { withBodyId, subjectId: ids.callOff })).toEqual([
      'Tenant Client Lead awarded the call-off.',
    ]);
    expect(await sentences(tenantAuditor, { withBodyId, subjectKind: 'callOff' })).toEqual([
      'Tenant Client Lead awarded the call-off.',
    ]);
    const of = { withBodyId, subjectKind: 'optIn', subjectId: ids.optIn };
    const first = (await tenantAuditor.ok<Trail>(TRAIL, { ...of, first: 7 })).auditTrail;
    const { endCursor } = first.pageInfo;
    const second = (await tenantAuditor.ok<Trail>(TRAIL, { ...of, first: 7, after: endCursor })).auditTrail;
    expect([...first.edges, ...second.edges].map(({ node }) => node.summary)).toEqual(told);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it("follows a price in the lead authority's own chain", async () => {
    const offering = { subjectName: 'Payroll Core', offeringId: ids.offering };
    const ofLead = async (args: object): Promise<readonly object[]> =>
      (await trail(leadAuditor, args)).map(({ summary, subjectName, offeringId }) => ({
        summary,
        subjectName,
        offeringId,
      }));
    expect(await ofLead({ subjectId: ids.price })).toEqual([
      {
        summary: 'Lead Catalogue Manager added a price.',
        subjectName: 'Payroll Core, Payslips: version 1, from 1 April 2026',
        offeringId: ids.offering,
      },
    ]);
    expect(await ofLead({ subjectId: ids.offering })).toEqual([
      { ...offering, summary: 'Lead Catalogue Manager published the service.' },
      {
        ...offering,
        summary: 'Lead Catalogue Manager added a meter to the service.',
        subjectName: 'Payroll Core, Payslips',
      },
      { ...offering, summary: 'Lead Catalogue Manager set up the service.' },
    ]);
    expect((await sentences(leadAuditor, { subjectKind: 'framework' })).at(-1)).toBe(
      'Lead Catalogue Manager set up the framework.',
    );
    expect(await trail(tenantAuditor, { withBodyId: lead.bodyId, subjectId: ids.price })).toEqual([]);
  });

  it('tells in the own affairs of a council who may act for it, by name, and to nobody else', async () => {
    const told = await trail(tenantAuditor, { subjectKind: 'person' });
    const auditor = told.find(({ subjectName }) => subjectName === 'Tenant Auditor');
    expect(auditor).toMatchObject({
      action: 'person.add',
      summary: `${admin} added Tenant Auditor as an auditor.`,
      subjectName: 'Tenant Auditor',
      offeringId: null,
    });
    expect(told.at(-1)?.summary).toBe(`${admin} opened the workspace, as an administrator.`);
    const role = 'TENANT_DPO';
    const input = { personId: auditor?.subjectId, role };
    for (const operation of ['roleGrant', 'roleRevoke']) {
      const type = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}Input`;
      await (
        await ashbeck.as('TENANT_ADMIN')
      ).ok(`mutation($input: ${type}!) { ${operation}(input: $input) { userErrors { code } } }`, { input });
    }
    expect(await sentences(tenantAuditor, { subjectId: auditor?.subjectId })).toEqual([
      `${admin} took a role from Tenant Auditor: the data protection officer.`,
      `${admin} gave Tenant Auditor a role: the data protection officer.`,
      `${admin} added Tenant Auditor as an auditor.`,
    ]);
    expect(await sentences(leadAuditor, { subjectId: auditor?.subjectId })).toEqual([]);
    expect(await sentences(leadAuditor, { withBodyId: ashbeck.bodyId, subjectKind: 'person' })).toEqual([]);
    expect((await sentences(leadAuditor, { subjectKind: 'person' })).at(-1)).toBe(
      "Olu Operator gave Lee Approver a role: the lead authority's approver.",
    );
    const names = /Tenant|Auditor@|Lee|Olu/;
    const [details] = await stack.sql<{ text: string }>(
      "select string_agg(details::text, ' ') as text from tenant_audit where subject_kind = 'person'",
    );
    expect(details?.text).not.toMatch(names);
  });

  it('is empty for whoever has nothing to do with it, and refuses what names nothing', async () => {
    const strangers: [Client, string][] = [
      [await fenhollow.as('TENANT_AUDITOR'), lead.bodyId],
      [await otherLead.as('LEAD_AUDITOR'), ashbeck.bodyId],
    ];
    for (const [who, withBodyId] of strangers)
      for (const subjectId of [ids.agreement, ids.callOff, ids.optIn])
        expect(await trail(who, { withBodyId, subjectId })).toEqual([]);
    expect(await codesOf(leadAuditor, TRAIL, { subjectKind: 'a\u0000b' })).toEqual(['CHOICE_UNKNOWN']);
    expect(await codesOf(leadAuditor, TRAIL, { subjectId: 'agr_1' })).toEqual(['NOT_FOUND']);
    const mixed = { subjectKind: 'invoice', subjectId: ids.agreement };
    expect(await codesOf(leadAuditor, TRAIL, mixed)).toEqual(['NOT_FOUND']);
    expect(await codesOf(await ashbeck.as('TENANT_FINANCE'), TRAIL)).toEqual(['ROLE_REQUIRED']);
  });
});

describe('verifying a chain', () => {
  it('follows it to its head, for both sides alike', async () => {
    const [newest] = await trail(tenantAuditor, { withBodyId: lead.bodyId });
    const seen = await verify(tenantAuditor, lead.bodyId);
    expect(seen).toEqual({
      isVerified: true,
      records: Number(newest?.seq),
      head: newest?.hash,
      firstBroken: null,
    });
    expect(await verify(leadAuditor, ashbeck.bodyId)).toEqual(seen);
    const [own] = await trail(leadAuditor, {});
    expect(await verify(leadAuditor, null)).toEqual({
      isVerified: true,
      records: Number(own?.seq),
      head: own?.hash,
      firstBroken: null,
    });
  });

  it('finds nothing, and so nothing wrong, where there is nothing to see', async () => {
    const nothing = { isVerified: true, records: 0, head: null, firstBroken: null };
    expect(await verify(await fenhollow.as('TENANT_AUDITOR'), lead.bodyId)).toEqual(nothing);
    expect(await verify(await otherLead.as('LEAD_AUDITOR'), ashbeck.bodyId)).toEqual(nothing);
    expect(await codesOf(leadAuditor, VERIFY, { withBodyId: 'bod_1' })).toEqual(['NOT_FOUND']);
    expect(await codesOf(await lead.as('LEAD_FINANCE_APPROVER'), VERIFY)).toEqual(['ROLE_REQUIRED']);
  });

  it('names the first record that was changed by somebody with the server in their hands', async () => {
    const tenant = ashbeck.bodyId.replace('bod_', '');
    const { records } = await verify(tenantAuditor, lead.bodyId);
    const tamper = async (details: string): Promise<void> => {
      await stack.sql('alter table tenant_audit disable trigger append_only');
      await stack.sql(
        `update tenant_audit set details = ${details} where replace(tenant_id::text, '-', '') = $1 and seq = 3
           and lead_id <> tenant_id`,
        [tenant],
      );
      await stack.sql('alter table tenant_audit enable trigger append_only');
    };
    await tamper(`details || '{"tampered": true}'`);
    for (const [who, withBodyId] of [
      [tenantAuditor, lead.bodyId],
      [leadAuditor, ashbeck.bodyId],
    ] as const)
      expect(await verify(who, withBodyId)).toMatchObject({
        isVerified: false,
        firstBroken: { seq: '3', reason: 'Record 3 was changed.' },
      });
    expect((await verify(leadAuditor, null)).isVerified).toBe(true);
    await tamper(`details - 'tampered'`);
    expect(await verify(tenantAuditor, lead.bodyId)).toMatchObject({ isVerified: true, records });
  });
});

describe('the chains with others', () => {
  it('are offered as soon as they have records, also before there is an agreement', async () => {
    const chainsOf = async (who: Client): Promise<readonly unknown[]> =>
      (await who.ok<{ auditChains: unknown[] }>('{ auditChains { withBodyId withBodyName } }')).auditChains;
    const of = ({ bodyId, name }: Lead): object => ({ withBodyId: bodyId, withBodyName: name });
    const fenhollowAuditor = await fenhollow.as('TENANT_AUDITOR');
    expect(await chainsOf(tenantAuditor)).toEqual([of(lead)]);
    expect(await chainsOf(fenhollowAuditor)).toEqual([]);
    expect(await chainsOf(leadAuditor)).toEqual([of(ashbeck)]);
    expect(await chainsOf(await otherLead.as('LEAD_AUDITOR'))).toEqual([]);
    expect(await codesOf(await ashbeck.as('TENANT_FINANCE'), '{ auditChains { withBodyId } }')).toEqual([
      'ROLE_REQUIRED',
    ]);
    await givenStartedOptIn(await fenhollow.as('TENANT_CLIENT_LEAD'), {
      frameworkId: ids.framework,
      offeringIds: [ids.offering],
    });
    expect(await chainsOf(fenhollowAuditor)).toEqual([of(lead)]);
    expect(await chainsOf(leadAuditor)).toEqual([of(ashbeck), of(fenhollow)]);
  });
});
