import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '#libs/kernel';
import { readEntry } from './register-entry.js';

const line = {
  code: 'INV-OLD-MARROW',
  gss: '',
  name: 'Old Marrow District Council',
  short_name: 'Old Marrow',
  type: 'Non-metropolitan district',
  nation: 'England',
  region: '',
  county_code: 'INV-NORTHMERE',
  combined_authority_code: '',
  population: '52700',
  started_on: '1974-04-01',
  ended_on: '2023-04-01',
  successor_codes: 'INV-CALDERWICK',
  former_names: '',
  domains: 'oldmarrow.gov.example;marrow.gov.example',
  domain_source: 'DEMONSTRATION',
};
const how = { invented: true, idOf: (code: string) => `id of ${code}`, dateOf: parseLocalDate };

describe('a line of the register', () => {
  it('becomes an entry', () => {
    expect(readEntry(line, how)).toEqual({
      id: 'id of INV-OLD-MARROW',
      code: 'INV-OLD-MARROW',
      gss: null,
      name: 'Old Marrow District Council',
      shortName: 'Old Marrow',
      type: 'Non-metropolitan district',
      nation: 'England',
      region: null,
      countyCode: 'INV-NORTHMERE',
      combinedAuthorityCode: null,
      population: 52700,
      startedOn: '1974-04-01',
      endedOn: '2023-04-01',
      successorCodes: ['INV-CALDERWICK'],
      formerNames: [],
      domains: ['oldmarrow.gov.example', 'marrow.gov.example'],
      domainSource: 'DEMONSTRATION',
      invented: true,
    });
  });

  it.each([
    ['population', '52.7k', 'population is no whole number'],
    ['ended_on', '2023-02-30', 'ended_on is no date'],
    ['name', '', 'no name'],
    ['code', '', 'no code'],
    ['domain_source', 'GUESS', 'domain_source is unknown'],
    ['domains', 'Old.gov.example', 'a domain is not in small letters'],
  ])('with %s %j is a fault of ours', (column, value, fault) => {
    expect(() => readEntry({ ...line, [column]: value }, how)).toThrow(fault);
  });

  it('of the real register never comes from a demonstration', () => {
    expect(() => readEntry(line, { ...how, invented: false })).toThrow('domain_source is unknown');
  });
});
