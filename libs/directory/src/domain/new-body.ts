import { refuse, textFaults, type Refusal } from '#libs/kernel';
import { parseDomain } from './email.js';
import { nameKey } from './name-key.js';

/** What a lead authority says about a body that the register lacks. */
export interface NewBody {
  readonly name: string;
  /** such as 'Academy trust' */
  readonly type: string;
  readonly code: string | null;
  readonly gss: string | null;
  readonly nation: string | null;
  readonly region: string | null;
  readonly countyCode: string | null;
  readonly emailDomains: readonly string[];
  readonly reason: string;
}

const MAX_DOMAINS = 10;
const CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;
const squeeze = (text: string): string => text.trim().replace(/\s+/g, ' ');
const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : squeeze(text);

/** The same facts without needless spaces; codes in capitals, domains as they are compared. */
export const tidyNewBody = (typed: NewBody): NewBody => ({
  name: squeeze(typed.name),
  type: squeeze(typed.type),
  code: orNull(typed.code)?.toUpperCase() ?? null,
  gss: orNull(typed.gss)?.toUpperCase() ?? null,
  nation: orNull(typed.nation),
  region: orNull(typed.region),
  countyCode: orNull(typed.countyCode)?.toUpperCase() ?? null,
  emailDomains: [
    ...new Set(typed.emailDomains.map((domain) => parseDomain(domain.trim().replace(/^@/, '')) ?? domain)),
  ],
  reason: typed.reason.trim(),
});

/** Everything wrong with the facts themselves. */
export const newBodyFaults = (body: NewBody): readonly Refusal[] => {
  const faults: Refusal[] = [
    ...nameFaults(body.name),
    ...textFaults(body.type, { field: 'the kind of organisation', path: ['type'], max: 100 }),
    ...textFaults(body.nation ?? '', { field: 'the nation', path: ['nation'], max: 100, required: false }),
    ...textFaults(body.region ?? '', { field: 'the region', path: ['region'], max: 100, required: false }),
  ];
  if (body.reason === '')
    faults.push(refuse('EVIDENCE_REASON_REQUIRED', { thing: 'adding this organisation' }, ['reason']));
  else faults.push(...textFaults(body.reason, { field: 'the reason', path: ['reason'], max: 1000 }));
  for (const name of ['code', 'gss', 'countyCode'] as const) {
    const code = body[name];
    if (code !== null && !CODE.test(code)) faults.push(refuse('TEXT_INVALID', { field: 'The code' }, [name]));
  }
  if (body.emailDomains.length > MAX_DOMAINS)
    faults.push(refuse('LIST_TOO_LONG', { max: String(MAX_DOMAINS) }, ['emailDomains']));
  if (body.emailDomains.some((domain) => parseDomain(domain) !== domain))
    faults.push(refuse('DOMAIN_FORMAT', {}, ['emailDomains']));
  return faults;
};

/** A name is of Latin letters, Welsh and Gaelic ones too, so that no look-alike from another script passes for a known name. */
const nameFaults = (name: string): readonly Refusal[] => {
  const faults = textFaults(name, { field: 'the name of the organisation', path: ['name'] });
  if (faults.length > 0) return faults;
  const strange = /[^\P{L}\p{Script=Latin}]/u.test(name) || nameKey(name) === '';
  return strange ? [refuse('TEXT_INVALID', { field: 'The name of the organisation' }, ['name'])] : [];
};
