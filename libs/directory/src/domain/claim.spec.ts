import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { closedRefusal, isClosed, type Body } from './body.js';
import { claimsOf } from './claim.js';

const body = (name: string, change: Partial<Body> = {}): Body => ({
  id: name,
  code: name,
  gss: null,
  name,
  shortName: name,
  type: 'Unitary authority',
  nation: null,
  region: null,
  countyCode: null,
  combinedAuthorityCode: null,
  population: null,
  startedOn: null,
  endedOn: null,
  successorCodes: [],
  formerNames: [],
  invented: true,
  addedByLeadId: null,
  ...change,
});
const a = body('A');
const b = body('B');

describe('claimsOf', () => {
  it('names each body once, proven when one of its domains proves it', () => {
    expect(
      claimsOf([
        { source: 'WEBSITE', living: [a] },
        { source: 'REGISTER', living: [a, b] },
        { source: 'WEBSITE', living: [b] },
      ]),
    ).toEqual([
      { body: a, confirmed: true },
      { body: b, confirmed: true },
    ]);
  });

  it('proves nothing by a domain that was read on a website', () => {
    expect(claimsOf([{ source: 'WEBSITE', living: [a] }])).toEqual([{ body: a, confirmed: false }]);
  });

  it('is empty for a closed body that nobody followed', () => {
    expect(claimsOf([{ source: 'REGISTER', living: [] }])).toEqual([]);
  });
});

describe('a closed body', () => {
  const endedOn = localDate('2023-04-01');
  const closed = body('North Yorkshire County Council', { endedOn });

  it('is closed from its last date on', () => {
    expect(isClosed(closed, localDate('2023-03-31'))).toBe(false);
    expect(isClosed(closed, localDate('2023-04-01'))).toBe(true);
    expect(isClosed(a, localDate('2999-01-01'))).toBe(false);
  });

  it.each([
    [
      [],
      'BODY_ABOLISHED_NO_SUCCESSOR',
      'North Yorkshire County Council closed on 1 April 2023. Search for the organisation that took over its work.',
    ],
    [
      ['North Yorkshire Council'],
      'BODY_ABOLISHED',
      'North Yorkshire County Council closed on 1 April 2023. Continue as North Yorkshire Council.',
    ],
    [
      ['A', 'B', 'C'],
      'BODY_ABOLISHED',
      'North Yorkshire County Council closed on 1 April 2023. Continue as A, B or C.',
    ],
  ])('with the successors %j says so', (names, code, message) => {
    const refusal = closedRefusal(
      closed,
      endedOn,
      names.map((name) => body(name)),
      ['bodyId'],
    );
    expect(refusal).toEqual({ code, message, path: ['bodyId'], nextStep: null });
  });
});
