import { randomUUID } from 'node:crypto';
import { addDays, addMonths, financialYearOf, londonDateOf } from '#libs/kernel';
import { ashbeck, lead } from '../../tools/demonstration/cast.js';
import { approveOptIn, prepareOptIn, submitOptIn } from '../../tools/demonstration/join.js';
import type { Service } from '../../tools/demonstration/service.js';
import type { Client } from '../client.js';
import { givenOffering } from '../given/catalogue.js';
import { givenAgreedCost, givenEstimateOfCost } from '../given/costs.js';
import type { Site } from './site.js';

/** Ids of the demonstration that addresses are made of. */
export interface Known {
  readonly frameworkId: string;
  readonly offeringId: string;
  readonly lotId: string;
  readonly meterId: string;
  readonly ashbeckId: string;
  readonly northmereId: string;
  /** Ashbeck's, approved and called off. */
  readonly optInId: string;
  /** Calderwick's, waiting for review. */
  readonly waitingOptInId: string;
  /** Ashbeck's. */
  readonly agreementId: string;
  readonly callOffId: string;
  readonly usageKeyId: string;
  /** Somebody of Ashbeck: Peter Holroyd, its signatory. */
  readonly colleagueId: string;
  /** Ashbeck's newest, issued and paid, with its first line. */
  readonly invoiceId: string;
  readonly invoiceLineId: string;
  /** Issued to Ashbeck. */
  readonly creditNoteId: string;
  /** Ashbeck's report of an error on that line. */
  readonly disputeId: string;
  readonly runId: string;
  readonly receiptId: string;
  /** Anybody's, for Ashbeck. */
  readonly estimateId: string;
  /** Ashbeck's, put aside because nobody knows its meter. */
  readonly quarantineId: string;
  /** A service whose cost is shared, an estimate of it that is agreed, and Ashbeck's share. */
  readonly sharedOfferingId: string;
  readonly costSchemeId: string;
  readonly costShareId: string;
  /** The meter's current price. */
  readonly priceId: string;
  /** The last whole month: `2026-10`. */
  readonly month: string;
}

/** For each address of a page that has parameters: one that exists in the demonstration. */
export type Addresses = Readonly<Record<string, (known: Known) => string>>;

type Edges<T> = { readonly edges: readonly { readonly node: T }[] };
interface Id {
  readonly id: string;
}

const first = <T>({ edges }: Edges<T>): T => {
  const [edge] = edges;
  if (!edge) throw new Error('the demonstration lacks what the pages are looked at with');
  return edge.node;
};

/** Looks the demonstration's ids up through the API, as the people concerned. */
export const knownOf = async (site: Site): Promise<Known> => {
  const [nadia, tom, owen] = await Promise.all([
    site.client('nadia.rahman@ashbeck.gov.example'),
    site.client('tom.ferris@northmere.gov.example'),
    site.client('owen.pryce@calderwick.gov.example'),
  ]);
  const own = await nadia.ok<{
    frameworks: Edges<
      Id & {
        lead: Id;
        lots: readonly Id[];
        offerings: Edges<Id & { title: string; meters: readonly (Id & { prices: readonly Id[] })[] }>;
      }
    >;
    me: { person: Id; actingFor: { body: Id } };
    optIns: Edges<Id>;
    agreements: Edges<Id>;
    callOffs: Edges<Id>;
    usageKeys: Edges<Id>;
    people: Edges<Id & { name: string }>;
    invoices: Edges<Id & { period: { start: string }; lines: Edges<Id> }>;
    creditNotes: Edges<Id>;
  }>(OWN);
  const leads = await tom.ok<{ billingRuns: Edges<Id>; receipts: Edges<Id> }>(
    '{ billingRuns(first: 1) { edges { node { id } } } receipts(first: 1) { edges { node { id } } } }',
  );
  const waiting = await owen.ok<{ optIns: Edges<Id> }>('{ optIns(first: 1) { edges { node { id } } } }');
  // The demonstration has no meter that is fed by returns: one becomes so, for their page to have something to show.
  await site.stack.sql(`update meter set fed_by = 'RETURN' where code = 'payslips.supply'`);
  const framework = first(own.frameworks);
  const offering = framework.offerings.edges.find(({ node }) => node.title === 'Payroll Core')?.node;
  const colleague = own.people.edges.find(({ node }) => node.name === 'Peter Holroyd')?.node;
  const [invoice, [lot], [meter]] = [first(own.invoices), framework.lots, offering?.meters ?? []];
  if (!offering || !lot || !meter || !colleague)
    throw new Error('the demonstration lacks Payroll Core or Peter Holroyd');
  return {
    frameworkId: framework.id,
    offeringId: offering.id,
    lotId: lot.id,
    meterId: meter.id,
    ashbeckId: own.me.actingFor.body.id,
    northmereId: framework.lead.id,
    optInId: first(own.optIns).id,
    waitingOptInId: first(waiting.optIns).id,
    agreementId: first(own.agreements).id,
    callOffId: first(own.callOffs).id,
    usageKeyId: first(own.usageKeys).id,
    colleagueId: colleague.id,
    invoiceId: invoice.id,
    invoiceLineId: first(invoice.lines).id,
    creditNoteId: first(own.creditNotes).id,
    disputeId: await reportError(site, first(invoice.lines).id),
    runId: first(leads.billingRuns).id,
    receiptId: first(leads.receipts).id,
    estimateId: await saveEstimate(site, {
      frameworkId: framework.id,
      meterId: meter.id,
      bodyId: own.me.actingFor.body.id,
    }),
    quarantineId: await sendUnknown(site, nadia, first(own.callOffs).id),
    ...(await shareCost(site, { frameworkId: framework.id, lotId: lot.id })),
    priceId: meter.prices[0]?.id ?? '',
    month: invoice.period.start.slice(0, 7),
  };
};

/** Usage of a meter that there is not, so that something is put aside. */
const sendUnknown = async (site: Site, nadia: Client, callOffId: string): Promise<string> => {
  const today = new Date().toISOString().slice(0, 10);
  const { usageKeyCreate } = await nadia.ok<{ usageKeyCreate: { secret: string } }>(
    'mutation($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { secret userErrors { message } } }',
    {
      input: {
        callOffIds: [callOffId],
        label: 'Test of the pages',
        source: 'pages',
        expiresOn: `${Number(today.slice(0, 4)) + 1}-01-31`,
        idempotencyKey: randomUUID(),
      },
    },
  );
  const answer = await fetch(`${site.url}/v1/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${usageKeyCreate.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify([
      {
        specversion: '1.0',
        id: 'unknown-1',
        source: 'pages',
        type: 'no.such.meter',
        time: `${today}T00:00:00Z`,
        data: { quantity: '3' },
      },
    ]),
  });
  if (!answer.ok) throw new Error(`usage was not taken: ${await answer.text()}`);
  const { quarantine } = await nadia.ok<{ quarantine: Edges<Id> }>(
    '{ quarantine(first: 1) { edges { node { id } } } }',
  );
  return first(quarantine).id;
};

/** Asks about a line of an invoice, unless that was done before. */
const reportError = async (site: Site, invoiceLineId: string): Promise<string> => {
  const sunita = await site.client('sunita.patel@ashbeck.gov.example');
  const { disputes } = await sunita.ok<{ disputes: Edges<Id> }>(
    '{ disputes(first: 1) { edges { node { id } } } }',
  );
  const [before] = disputes.edges;
  if (before) return before.node.id;
  const { disputeRaise } = await sunita.ok<{ disputeRaise: { dispute: Id } }>(
    'mutation($input: DisputeRaiseInput!) { disputeRaise(input: $input) { dispute { id } userErrors { message } } }',
    {
      input: {
        ...{ invoiceLineId, kind: 'ERROR_REPORT', net: '1.00', reason: 'One payslip was a test' },
        ...{ evidence: 'Our payroll list', idempotencyKey: randomUUID() },
      },
    },
  );
  return disputeRaise.dispute.id;
};

/** A service whose cost Ashbeck shares: estimated, agreed and recorded. */
const shareCost = async (
  site: Site,
  { frameworkId, lotId }: { frameworkId: string; lotId: string },
): Promise<Pick<Known, 'sharedOfferingId' | 'costSchemeId' | 'costShareId'>> => {
  const service = { as: (email: string) => site.client(email) } as Service;
  const manager = await site.client('imran.qureshi@northmere.gov.example');
  const { offeringId } = await givenOffering(manager, lotId, {
    ...{ title: 'Telephone service', personalData: false, meters: [], costShared: true },
  });
  const today = londonDateOf(new Date());
  const chosen = { frameworkId, offering: { id: offeringId, title: 'Telephone service', meters: [] }, today };
  const optIn = await submitOptIn(service, ashbeck, await prepareOptIn(service, ashbeck, chosen));
  await approveOptIn(service, lead.catalogue, optIn);
  const nadia = await site.client('nadia.rahman@ashbeck.gov.example');
  await nadia.ok(
    'mutation($input: CallOffAwardInput!) { callOffAward(input: $input) { userErrors { code message } } }',
    {
      input: {
        ...{ offeringId, startsOn: today, endsOn: addDays(addMonths(today, 24), -1), value: '90000.00' },
        idempotencyKey: randomUUID(),
      },
    },
  );
  const tom = await site.client('tom.ferris@northmere.gov.example');
  const costSchemeId = await givenEstimateOfCost(tom, offeringId, { year: financialYearOf(today) });
  await givenAgreedCost(site.stack, await site.client('grace.oduya@northmere.gov.example'), costSchemeId);
  const sunita = await site.client('sunita.patel@ashbeck.gov.example');
  const { costShares } = await sunita.ok<{ costShares: Edges<Id> }>(
    '{ costShares(first: 1) { edges { node { id } } } }',
  );
  return { sharedOfferingId: offeringId, costSchemeId, costShareId: first(costShares).id };
};

const saveEstimate = async (
  site: Site,
  { meterId, ...input }: { frameworkId: string; bodyId: string; meterId: string },
): Promise<string> => {
  const { estimateSave } = await site.stack
    .visitor()
    .ok<{ estimateSave: { estimate: Id } }>(
      'mutation($input: EstimateSaveInput!) { estimateSave(input: $input) { estimate { id } } }',
      { input: { ...input, volumes: [{ meterId, perYear: '6000' }], idempotencyKey: randomUUID() } },
    );
  return estimateSave.estimate.id;
};

const OWN = `{
  frameworks(first: 1) { edges { node { id lead { id } lots { id }
    offerings(first: 10) { edges { node { id title meters { id prices { id } } } } } } } }
  me { person { id } actingFor { body { id } } }
  optIns(first: 1) { edges { node { id } } }
  agreements(first: 1) { edges { node { id } } }
  callOffs(first: 1) { edges { node { id } } }
  usageKeys(first: 1) { edges { node { id } } }
  people(first: 20) { edges { node { id name } } }
  invoices(first: 1) { edges { node { id period { start } lines(first: 1) { edges { node { id } } } } } }
  creditNotes(first: 1) { edges { node { id } } }
}`;
