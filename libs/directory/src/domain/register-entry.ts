import type { LocalDate } from '#libs/kernel';

/** One body of a register file, with a fixed id. */
export interface RegisterEntry {
  readonly id: string;
  readonly code: string;
  readonly gss: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly type: string;
  readonly nation: string | null;
  readonly region: string | null;
  readonly countyCode: string | null;
  readonly combinedAuthorityCode: string | null;
  readonly population: number | null;
  readonly startedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly successorCodes: readonly string[];
  readonly formerNames: readonly string[];
  readonly domains: readonly string[];
  readonly domainSource: 'REGISTER' | 'WEBSITE' | 'DEMONSTRATION';
  readonly invented: boolean;
}

type Fields = Readonly<Record<string, string>>;

/**
 * Reads one line of a register file. `idOf` makes the id from the code, `dateOf` answers null for what is no date.
 * Throws an Error that names the line's code: the file is ours, so a fault in it is a bug.
 */
export const readEntry = (
  fields: Fields,
  {
    invented,
    idOf,
    dateOf,
  }: { invented: boolean; idOf: (code: string) => string; dateOf: (text: string) => LocalDate | null },
): RegisterEntry => {
  const code = fields['code'] ?? '';
  const fail = (what: string): never => {
    throw new Error(`register entry ${code || '(no code)'}: ${what}`);
  };
  const text = (name: string): string | null => (fields[name] ?? fail(`no column ${name}`)) || null;
  const needed = (name: string): string => text(name) ?? fail(`no ${name}`);
  const list = (name: string): string[] => (text(name) ?? '').split(';').filter((item) => item !== '');
  const date = (name: string): LocalDate | null => {
    const written = text(name);
    return written === null ? null : (dateOf(written) ?? fail(`${name} is no date`));
  };
  const population = text('population');
  if (population !== null && !/^[0-9]{1,9}$/.test(population)) fail('population is no whole number');
  const domains = list('domains');
  const source = text('domain_source');
  const sources = invented ? ['DEMONSTRATION'] : ['REGISTER', 'WEBSITE'];
  if (domains.length > 0 && !sources.includes(source ?? '')) fail('domain_source is unknown');
  if (domains.some((domain) => domain !== domain.toLowerCase())) fail('a domain is not in small letters');
  return {
    id: idOf(needed('code')),
    code,
    gss: text('gss'),
    name: needed('name'),
    shortName: needed('short_name'),
    type: needed('type'),
    nation: text('nation'),
    region: text('region'),
    countyCode: text('county_code'),
    combinedAuthorityCode: text('combined_authority_code'),
    population: population === null ? null : Number.parseInt(population, 10),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    successorCodes: list('successor_codes'),
    formerNames: list('former_names'),
    domains,
    domainSource: source as RegisterEntry['domainSource'],
    invented,
  };
};
