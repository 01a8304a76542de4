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
  readonly runId: string;
  readonly receiptId: string;
  /** The last whole month: `2026-10`. */
  readonly month: string;
}

/** For each address of a page that has parameters: one that exists in the demonstration. */
export type Addresses = Readonly<Record<string, (known: Known) => string>>;

type Edges<T> = { readonly edges: readonly { readonly node: T }[] };
interface Id {
  readonly id: string;
}

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
        offerings: Edges<Id & { title: string; meters: readonly Id[] }>;
      }
    >;
    me: { actingFor: { body: Id } };
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
  const first = <T>({ edges }: Edges<T>): T => {
    const [edge] = edges;
    if (!edge) throw new Error('the demonstration lacks what the pages are looked at with');
    return edge.node;
  };
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
    runId: first(leads.billingRuns).id,
    receiptId: first(leads.receipts).id,
    month: invoice.period.start.slice(0, 7),
  };
};

const OWN = `{
  frameworks(first: 1) { edges { node { id lead { id } lots { id }
    offerings(first: 10) { edges { node { id title meters { id } } } } } } }
  me { actingFor { body { id } } }
  optIns(first: 1) { edges { node { id } } }
  agreements(first: 1) { edges { node { id } } }
  callOffs(first: 1) { edges { node { id } } }
  usageKeys(first: 1) { edges { node { id } } }
  people(first: 20) { edges { node { id name } } }
  invoices(first: 1) { edges { node { id period { start } lines(first: 1) { edges { node { id } } } } } }
  creditNotes(first: 1) { edges { node { id } } }
}`;
