import { describe, expect, it } from '@jest/globals';
import { newBodyFaults, tidyNewBody, type NewBody } from './new-body.js';

const body: NewBody = {
  name: 'Northmere Academy Trust',
  type: 'Academy trust',
  code: null,
  gss: null,
  nation: 'England',
  region: null,
  countyCode: 'INV-NORTHMERE',
  emailDomains: ['northmere-academies.example'],
  reason: 'Named in our notice.',
};
const faults = (change: Partial<NewBody>): readonly string[] =>
  newBodyFaults(tidyNewBody({ ...body, ...change })).map(({ code, path }) => `${path.join('.')} ${code}`);

describe('a new body', () => {
  it('is tidied', () => {
    const tidy = tidyNewBody({
      ...body,
      name: '  Northmere   Academy Trust ',
      code: ' a1b ',
      nation: ' ',
      emailDomains: ['@X.Example.', 'x.example'],
    });
    expect(tidy).toMatchObject({
      name: 'Northmere Academy Trust',
      code: 'A1B',
      nation: null,
      emailDomains: ['x.example'],
    });
  });

  it('may have a Welsh or Gaelic name', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ name: 'Cyngor Tŷ Ŵyl' })).toEqual([]);
    expect(faults({ name: 'Comhairle nan Eilean Siar' })).toEqual([]);
  });

  it.each([
    ['letters of another script', '\u0421alderwick District Council', 'name TEXT_INVALID'],
    ['a direction override', 'Calderwick \u202eCouncil', 'name TEXT_INVALID'],
    ['NUL', 'Calderwick\u0000', 'name TEXT_INVALID'],
    ['stacked marks', `A${'\u0301'.repeat(10_000)}`, 'name TEXT_INVALID'],
    ['nothing', '   ', 'name FIELD_REQUIRED'],
    ['signs alone', '!!!', 'name TEXT_INVALID'],
    ['too much', 'a'.repeat(201), 'name TEXT_TOO_LONG'],
  ])('with a name of %s is refused', (_, name, fault) => {
    expect(faults({ name })).toEqual([fault]);
  });

  it('tells all its faults at once', () => {
    expect(faults({ name: '', type: '', code: "x'y", emailDomains: ['not a domain'], reason: ' ' })).toEqual([
      'name FIELD_REQUIRED',
      'type FIELD_REQUIRED',
      'reason EVIDENCE_REASON_REQUIRED',
      'code TEXT_INVALID',
      'emailDomains DOMAIN_FORMAT',
    ]);
  });

  it('has ten domains at most', () => {
    const emailDomains = Array.from({ length: 11 }, (_, i) => `x${i}.example`);
    expect(faults({ emailDomains })).toEqual(['emailDomains LIST_TOO_LONG']);
  });
});
