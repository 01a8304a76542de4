import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { words } from './en.js';
import { AuditTrail, type AuditTrailQuery } from './operations.generated.js';
import { addressOf, filtersIn, pageOf, type TrailFilters } from './trail-filters.js';

const kindNames: Readonly<Record<string, string>> = words.kinds;

/** What was done, newest first, of one chain or one thing; and whether the chain is whole. */
@Page({ path: '/audit', access: 'audit:read', menu: { for: ['TENANT', 'LEAD'], order: 70 } })
export class TrailPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query() query: Readonly<Record<string, unknown>>): Promise<Answer> {
    const filters = filtersIn(query, Object.keys(kindNames));
    const after = cursorIn(query['after']);
    const asked = await this.api.ask(visit, AuditTrail, {
      withBodyId: filters.with || null,
      subjectKind: filters.subjectKind || null,
      subjectId: filters.subjectId || null,
      after,
      verify: query['verify'] === '1',
    });
    const chains = chainsOf(visit, asked);
    return show({
      form: filters,
      filters,
      records: recordsOf(asked, filters),
      pageInfo: asked.auditTrail.pageInfo,
      isFirst: after === null,
      verification: asked.auditVerify ?? null,
      chains,
      // Members of a lead authority may be hundreds: they are in the list of the form.
      showsOthers: after === null && (!visit.isLead || asked.auditTrail.edges.length === 0),
      others: chains
        .filter(({ value }) => value !== filters.with && value !== '')
        .map(({ value, text }) => ({
          text,
          href: addressOf({ with: value, subjectKind: '', subjectId: '' }),
        })),
      kinds: [{ value: '', text: words.anyKind }, ...kindChoices],
      isFiltered: filters.subjectKind !== '' || filters.subjectId !== '',
      ...thingOf(asked, filters),
      here: addressOf(filters),
      verifyHere: addressOf(filters, { verify: '1' }),
      wholeChain: addressOf({ ...filters, subjectKind: '', subjectId: '' }),
    });
  }
}

const kindChoices = Object.entries(kindNames).map(([value, text]) => ({ value, text }));

/** The chains that the visitor may read: the own affairs, and one with each body on the other side. */
const chainsOf = (
  visit: Visit,
  { auditChains }: AuditTrailQuery,
): readonly { value: string; text: string }[] => [
  { value: '', text: visit.isLead ? words.ownLead : words.ownTenant },
  ...auditChains.map(({ withBodyId: value, withBodyName: name }) => ({
    value,
    text: value === visit.me?.actingFor?.body?.id ? words.ownAsTenant : words.withOther(name),
  })),
];

/** The one thing that all records are about, where they are: its page, and what it is called. */
const thingOf = (
  { auditTrail }: AuditTrailQuery,
  { subjectKind, subjectId }: TrailFilters,
): { thing: string | null; thingKind: string } => {
  const about = auditTrail.edges[0]?.node;
  const kind = kindNames[subjectKind] ?? words.onlyThing;
  return {
    thing: pageOf(subjectKind, subjectId || null, about?.offeringId ?? null),
    // What an offering's records tell of may be one of its meters.
    thingKind: about?.subjectName && subjectKind !== 'offering' ? words.named(kind, about.subjectName) : kind,
  };
};

const recordsOf = ({ auditTrail }: AuditTrailQuery, filters: TrailFilters): readonly object[] =>
  auditTrail.edges.map(({ node }) => ({
    ...node,
    kind: kindNames[node.subjectKind] ?? node.subjectKind,
    page: pageOf(node.subjectKind, node.subjectId, node.offeringId),
    trail:
      node.subjectId === null || filters.subjectId !== ''
        ? null
        : addressOf({ with: filters.with, subjectKind: node.subjectKind, subjectId: node.subjectId }),
    digest: node.hash.slice(0, 8),
  }));
