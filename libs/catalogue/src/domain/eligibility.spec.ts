import { describe, expect, it } from '@jest/globals';
import { categoryFaults, ruleMatches, type BodyFacts, type Category } from './eligibility.js';

const burnley: BodyFacts = {
  id: 'burnley',
  code: 'BUN',
  type: 'Non-metropolitan district',
  nation: 'England',
  region: 'North West',
  countyCode: 'LAN',
  combinedAuthorityCode: null,
};
const lancashire: BodyFacts = { ...burnley, id: 'lancashire', code: 'LAN', type: 'County', countyCode: null };
const blackburn: BodyFacts = {
  ...burnley,
  id: 'blackburn',
  code: 'BBD',
  type: 'Unitary authority',
  countyCode: null,
};
const greaterManchester: BodyFacts = {
  ...burnley,
  id: 'gmca',
  code: 'GMCA',
  type: 'Combined authority',
  region: null,
  countyCode: null,
};
const bolton: BodyFacts = {
  ...burnley,
  id: 'bolton',
  code: 'BOL',
  type: 'Metropolitan district',
  countyCode: null,
  combinedAuthorityCode: 'GMCA',
};
/** Added by hand: the register knows its type only. */
const school: BodyFacts = {
  id: 'school',
  code: null,
  type: 'Maintained school',
  nation: null,
  region: null,
  countyCode: null,
  combinedAuthorityCode: null,
};

const matches = (category: Category, body: BodyFacts) => ruleMatches({ kind: 'CATEGORY', category }, body);

describe('a rule that names a body', () => {
  it('lets in that body and no other', () => {
    expect(ruleMatches({ kind: 'NAMED', bodyId: 'burnley' }, burnley)).toBe('MATCH');
    expect(ruleMatches({ kind: 'NAMED', bodyId: 'burnley' }, blackburn)).toBe('NO_MATCH');
  });
});

describe('a rule for a group', () => {
  const lancashireDistricts: Category = { types: ['Non-metropolitan district'], counties: ['LAN'] };

  it('lets in who matches everything it asks', () => {
    expect(matches(lancashireDistricts, burnley)).toBe('MATCH');
    expect(matches(lancashireDistricts, { ...burnley, countyCode: 'CMA' })).toBe('NO_MATCH');
    expect(matches(lancashireDistricts, lancashire)).toBe('NO_MATCH');
    expect(matches({ types: ['County', 'Unitary authority'], regions: ['North West'] }, blackburn)).toBe(
      'MATCH',
    );
    expect(matches({ nations: ['England'] }, burnley)).toBe('MATCH');
    expect(matches({ nations: ['Wales', 'Scotland'] }, burnley)).toBe('NO_MATCH');
  });

  it('counts a county council in its own county, and a combined authority among its own constituents', () => {
    expect(matches({ counties: ['LAN'] }, lancashire)).toBe('MATCH');
    expect(matches({ combinedAuthorities: ['GMCA'] }, greaterManchester)).toBe('MATCH');
    expect(matches({ combinedAuthorities: ['GMCA'] }, bolton)).toBe('MATCH');
    expect(matches({ combinedAuthorities: ['GMCA'] }, burnley)).toBe('NO_MATCH');
  });

  it('knows that a register entry without a county is in none', () => {
    expect(matches({ counties: ['LAN'] }, blackburn)).toBe('NO_MATCH');
  });

  it('cannot tell where the register lacks the fact', () => {
    expect(matches({ types: ['Maintained school'], counties: ['LAN'] }, school)).toBe('UNKNOWN');
    expect(matches({ regions: ['North West'] }, greaterManchester)).toBe('UNKNOWN');
    expect(matches({ nations: ['England'] }, { ...burnley, nation: '' })).toBe('UNKNOWN');
    expect(matches({ combinedAuthorities: ['GMCA'] }, school)).toBe('UNKNOWN');
    expect(matches({ counties: ['LAN'] }, { ...school, countyCode: 'LAN' })).toBe('MATCH');
    expect(matches({ counties: ['LAN'] }, { ...school, countyCode: 'CMA' })).toBe('NO_MATCH');
  });

  it('is ruled out by one known fact, whatever else is unknown', () => {
    expect(matches({ types: ['Academy'], counties: ['LAN'] }, school)).toBe('NO_MATCH');
  });

  it('lets in nobody when it asks nothing', () => {
    expect(matches({}, burnley)).toBe('NO_MATCH');
    expect(matches({ types: [] }, burnley)).toBe('NO_MATCH');
  });
});

describe('the shape of a group', () => {
  const faults = (category: Category) =>
    categoryFaults(category, ['category']).map(({ code, path }) => `${code} ${path.join('.')}`);

  it('needs something in common, in lists of sensible length', () => {
    expect(faults({ counties: ['LAN'], types: ['County'] })).toEqual([]);
    expect(faults({})).toEqual(['CATEGORY_EMPTY category']);
    expect(faults({ counties: [], types: [' '] })).toEqual([
      'FIELD_REQUIRED category.types.0',
      'CATEGORY_EMPTY category.counties',
    ]);
    expect(faults({ nations: Array.from({ length: 101 }, () => 'England') })).toEqual([
      'LIST_TOO_LONG category.nations',
    ]);
  });
});
