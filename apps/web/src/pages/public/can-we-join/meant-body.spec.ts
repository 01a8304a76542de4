import { describe, expect, it } from '@jest/globals';
import { meantBody } from './meant-body.js';

const named = (name: string, ...formerNames: string[]) => ({
  name,
  shortName: name.split(' ')[0] ?? name,
  formerNames,
});
const county = named('Northmere County Council');
const fire = named('Northmere Fire and Rescue Authority', 'Northmere Fire Brigade');

describe('the body that is meant', () => {
  it('is the only one found, whatever was typed', () => {
    expect(meantBody('a@b.gov.uk', [county])).toBe(county);
  });

  it('is the one that bears the very name, now or formerly', () => {
    expect(meantBody(' northmere  county council ', [county, fire])).toBe(county);
    expect(meantBody('Northmere Fire Brigade', [county, fire])).toBe(fire);
  });

  it('is chosen by the person where a name is shared or only a part of one', () => {
    expect(meantBody('Northmere', [county, fire])).toBeNull();
    expect(meantBody('Same', [named('Same'), named('Other', 'Same')])).toBeNull();
    expect(meantBody('Nothing', [])).toBeNull();
  });
});
