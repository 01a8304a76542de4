import { describe, expect, it } from '@jest/globals';
import { homePage } from './home.view.js';

const framework = {
  title: 'Shared <services>',
  summary: 'HR & payroll',
  state: 'LIVE',
  lead: { name: "Northmere's council" },
  startsOn: '2026-04-01',
  endsOn: '2030-03-31',
};

describe('the home page', () => {
  it('lists frameworks with their host and dates, and escapes every word', () => {
    const page = homePage([framework]);
    expect(page).toContain('<h3>Shared &#60;services&#62;</h3>');
    expect(page).toContain('HR &#38; payroll');
    expect(page).toContain('Hosted by Northmere&#39;s council, from 2026-04-01 to 2030-03-31.');
  });

  it('says so when there is none, and when the api cannot answer', () => {
    expect(homePage([])).toContain('No framework has been published yet.');
    expect(homePage(null)).toContain('cannot be shown at the moment');
  });
});
