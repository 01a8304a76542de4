import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, financialYearOf, formatLongDate, londonDateOf, type LocalDate } from '#libs/kernel';
import { wayOfToday } from '../part.js';
import { knownOf } from './known.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const IMRAN = 'imran.qureshi@northmere.gov.example';
const today = londonDateOf(new Date());
const GRADUATED = 'Graduated: each tier’s units at its own price';

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const fillDate = async ({ page }: Visitor, name: string, date: string): Promise<void> => {
  const [year = '', month = '', day = ''] = date.split('-');
  for (const [box, value] of Object.entries({ day, month, year }))
    await page.fill(`[name="${name}-${box}"]`, value);
};

/** The sentences of the summary at the top. */
const wrongs = ({ page }: Visitor): Promise<string[]> =>
  page.getByRole('alert').getByRole('listitem').allInnerTexts();

const frameworksOfImran = async (): Promise<{ title: string; state: string }[]> => {
  const imran = await site.client(IMRAN);
  const { frameworks } = await imran.ok<{
    frameworks: { edges: { node: { title: string; state: string } }[] };
  }>('{ frameworks(first: 50) { edges { node { title state } } } }');
  return frameworks.edges.map(({ node }) => node);
};

const runs = wayOfToday(
  { script: true, framework: 'Northmere Waste Framework', reference: 'NCC-WASTE-1' },
  { script: false, framework: 'Northmere Street Framework', reference: 'NCC-STREET-1' },
);

describe.each(runs)('the catalogue, scripts $script', ({ script, framework, reference }) => {
  let imran: Visitor;

  it('refuses a framework with all that is wrong at once, and keeps what was typed', async () => {
    imran = await site.person(IMRAN, { script });
    await imran.goTo('/home');
    await imran.follow('Catalogue');
    await imran.press('Set up a framework');
    await imran.fill('Name', framework);
    await imran.fill('The most that all call-offs may be worth together, without VAT', 'a lot');
    const before = await frameworksOfImran();
    await imran.press('Set up the framework');
    expect(await imran.page.title()).toMatch(/^Error: Set up a framework – /);
    expect(await wrongs(imran)).toEqual([
      'Enter your reference.',
      'Enter what it is for.',
      'Select under which law it was procured.',
      'Select the kind of framework.',
      'Enter the reference of the procurement notice.',
      'Enter the first day.',
      'Enter the last day.',
      'The ceiling must be a number, like 1250 or 12.34.',
    ]);
    expect(await imran.page.getByLabel('Name', { exact: true }).inputValue()).toBe(framework);
    expect(await frameworksOfImran()).toEqual(before);
  });

  it('sets it up as a draft, with a lot', async () => {
    await imran.fill('Your reference', reference);
    await imran.fill('What it is for', 'Emptying bins.');
    await imran.choose('Procurement Act 2023');
    await imran.choose('Closed framework');
    await imran.fill('Reference of the procurement notice', '2026/S 000-009001');
    await fillDate(imran, 'startsOn', '2026-01-01');
    await fillDate(imran, 'endsOn', '2029-12-31');
    await imran.fill('The most that all call-offs may be worth together, without VAT', '£2,500,000');
    await imran.press('Set up the framework');
    expect(await imran.heading()).toBe(framework);
    expect(await imran.text()).toContain('The framework is set up as a draft.');
    expect(await imran.text()).toContain('£0.00 of £2,500,000.00');
    await imran.press('Add a lot');
    await imran.fill('Name', 'Household waste');
    await imran.fill('The most that one direct award may be worth, without VAT', '250,000');
    await imran.press('Add the lot');
    expect(await imran.text()).toContain('Up to £250,000.00 for one direct award');
  });

  it('adds a service with what it includes, a meter and a graduated price', async () => {
    await imran.follow('Add a service to lot 1, Household waste');
    await imran.fill('Name', 'Bin Emptying');
    await imran.fill('What it is', 'Bins emptied each week.');
    await imran.fill('What is included', 'Grey bins\nGreen bins');
    await imran.choose('No');
    await imran.choose('Standard rate: 20% VAT is added to the charges.');
    await imran.press('Add the service');
    expect(await imran.heading()).toBe('Bin Emptying');
    await imran.press('Add a meter');
    await imran.fill('Name', 'Bins emptied');
    await imran.fill('One of what is counted', 'bin');
    await imran.fill('Type that usage is sent with', 'bins.emptied');
    await imran.press('Add the meter');
    await imran.follow('Add a price for Bins emptied');
    await imran.press('Continue');
    expect(await wrongs(imran)).toEqual(['Choose how the price works.']);
    await imran.choose(GRADUATED);
    await imran.press('Continue');
    const tier = (row: number, part: string, value: string) =>
      imran.page.fill(`[name="price.tiers.${row}.${part}"]`, value);
    await tier(0, 'upTo', '1000');
    await tier(0, 'unit', '0.75');
    await tier(0, 'flat', '20');
    await tier(1, 'upTo', '900');
    await tier(1, 'unit', '.6');
    await tier(3, 'unit', '0.50');
    await fillDate(imran, 'startsOn', '2026-01-01');
    await imran.press('Add the price');
    expect(await wrongs(imran)).toEqual(['Tier 2 must end above tier 1.']);
    await tier(1, 'upTo', '5000');
    await imran.press('Add the price');
    const text = await imran.text();
    for (const words of [
      'First 1,000: £0.75 each plus £20.00',
      'Next 4,000: £0.60 each',
      'Over 5,000: £0.50 each',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Grey bins');
  });

  it('adds what is charged each month in advance, and a volume band that is taken back', async () => {
    await imran.press('Add a meter');
    await imran.fill('Name', 'Bin hire');
    await imran.fill('One of what is counted', 'hired bin');
    await imran.fill('Type that usage is sent with', 'bin-hire');
    await imran.choose('Once, when a call-off starts');
    await imran.choose('In advance, with the month before');
    await imran.press('Add the meter');
    expect(await wrongs(imran)).toEqual(['Only what a call-off pays each month can be billed in advance.']);
    await imran.choose('Each month of a call-off');
    await imran.press('Add the meter');
    expect(await imran.text()).toContain(
      'Charged for each month of the call-off, by the day. A month is billed in advance, with the month before.',
    );
    await imran.follow('Add a price for Bin hire');
    await imran.choose('A price for each unit');
    await imran.press('Continue');
    await imran.fill('Pounds for each hired bin', '1.50');
    await fillDate(imran, 'startsOn', '2026-01-01');
    await imran.press('Add the price');
    expect(await imran.text()).toContain('£1.50 each');
    await imran.follow('Add a volume band for Bins emptied');
    await imran.fill('Over this volume, of all members together', '50,000');
    await imran.fill('Off the price', '101');
    await imran.press('Add the band');
    expect(await wrongs(imran)).toEqual(['The discount must be 100 or less.']);
    await imran.fill('Off the price', '5');
    await imran.press('Add the band');
    expect(await imran.text()).toContain('The volume band is added.');
    await imran.follow('Take back the band over 50,000 of Bins emptied');
    await imran.press('Take the band back');
    expect(await imran.text()).toContain('The volume band is taken back.');
    expect(await imran.text()).not.toContain('50,000');
  });

  it('cannot publish the framework while something is missing, and says what', async () => {
    await imran.follow(framework);
    await imran.press('Publish this framework');
    await imran.press('Publish the framework');
    expect(await wrongs(imran)).toEqual(['Before you publish this framework, say who may use it.']);
    await imran.follow('Go back without publishing');
    await imran.follow('Let in a group');
    await imran.fill('The group in plain English', 'fire authorities');
    await imran.fill('Types of body', 'Fire and rescue authority');
    await imran.press('Let in the group');
    expect(await imran.text()).toContain('fire authorities');
    await imran.follow('Publish a new version');
    await imran.fill('Version', '1.0');
    await imran.fill('Text', '{body} joins {framework} of {nobody}.');
    await imran.press('Publish this text');
    expect(await wrongs(imran)).toHaveLength(1);
    await imran.fill('Text', '{body} joins {framework} of {lead}.');
    await imran.press('Publish this text');
    expect(await imran.text()).toContain('Version 1.0, published on');
    await imran.press('Publish this framework');
    await imran.press('Publish the framework');
    expect(await imran.text()).toContain('The framework is published.');
    expect(await frameworksOfImran()).toContainEqual({ title: framework, state: 'LIVE' });
  });

  it('names a body afterwards only with a legal basis', async () => {
    await imran.follow('Name a body');
    await imran.fill('Find the body', 'stourley');
    await imran.press('Search');
    await imran.choose('Stourley City Council');
    await imran.press('Let it use the framework');
    expect(await wrongs(imran)).toEqual([
      `The list of bodies that can use this framework was fixed on ${formatLongDate(today)}. Record the legal basis for adding a body.`,
    ]);
    await imran.fill('Legal basis', 'Section 1 of the notice names its predecessor.');
    await imran.press('Let it use the framework');
    expect(await imran.text()).toContain('Section 1 of the notice names its predecessor.');
  });

  it('publishes the service, and refuses an increase inside the notice', async () => {
    await imran.follow('Bin Emptying');
    await imran.follow('Publish this service');
    await imran.press('Publish the service');
    expect(await imran.text()).toContain('The service is published.');
    await imran.follow('Add a price for Bins emptied');
    await imran.choose('A price for each unit');
    await imran.press('Continue');
    await imran.fill('Pounds for each bin', '9.99');
    await fillDate(imran, 'startsOn', addDays(today, 30));
    await imran.press('Add the price');
    const earliest: LocalDate = addDays(today, 90);
    expect(await wrongs(imran)).toEqual([
      `Members need 90 days' notice of a price increase. The earliest start date is ${formatLongDate(earliest)}.`,
    ]);
    await fillDate(imran, 'startsOn', earliest);
    await imran.press('Add the price');
    expect(await imran.text()).toContain('£9.99 each');
    await imran.follow('Take back version 2 of Bins emptied');
    await imran.press('Take the price back');
    expect(await imran.text()).not.toContain('£9.99 each');
  });

  it('suspends and withdraws the service after saying what will happen', async () => {
    await imran.follow('Suspend it');
    expect(await imran.text()).toContain('Members that have it keep it, at the published prices.');
    await imran.press('Suspend the service');
    expect(await imran.text()).toContain('Suspended');
    await imran.follow('Withdraw it for good');
    await imran.press('Withdraw the service for good');
    expect(await imran.text()).toContain('The service is withdrawn.');
    expect(imran.wrongs).toEqual([]);
  });
});

describe.each(wayOfToday({ script: false }, { script: true }))(
  'the cost of a service, scripts $script',
  ({ script }) => {
    it('is estimated by one person, agreed by another and seen by the member', async () => {
      // Telephone service, which Ashbeck takes, with a first estimate.
      await knownOf(site);
      const tom = await site.person('tom.ferris@northmere.gov.example', { script });
      await tom.goTo('/home');
      await tom.follow('Costs');
      await tom.follow('Enter an estimate for Telephone service');
      await tom.fill('Cost of the year, excluding VAT', 'a lot');
      await tom.press('Work out the shares');
      expect(await wrongs(tom)).toEqual([
        'Enter the cost in pounds, like 120000.50.',
        'Choose how the cost is shared.',
      ]);
      await tom.fill('Cost of the year, excluding VAT', '£120,000');
      await tom.choose('The same for everyone, by months');
      await tom.press('Work out the shares');
      const year = financialYearOf(today);
      expect(await tom.heading()).toBe(`Telephone service ${year}: version 2`);
      expect(await tom.text()).toContain('Somebody else needs to agree them.');
      expect((await tom.rowsWith('Ashbeck'))[0]?.slice(-2)).toEqual(['100%', '£120,000.00']);
      expect(await tom.text()).toContain(
        'A finance approver who did not propose these shares agrees them next.',
      );

      const grace = await site.person('grace.oduya@northmere.gov.example', { script });
      await grace.goTo(new URL(tom.page.url()).pathname);
      await grace.press('Agree these shares');
      expect(await grace.text()).toContain('The shares are agreed.');
      await site.stack.jobsDone();

      const sunita = await site.person('sunita.patel@ashbeck.gov.example', { script });
      await sunita.goTo('/invoices');
      await sunita.follow('Our shares of costs');
      const [newest] = await sunita.rowsWith('Telephone service');
      expect(newest?.slice(-2)).toEqual(['100%', '£120,000.00']);
      await sunita.follow(`Telephone service ${year}, Estimate, version 2`);
      expect(await sunita.heading()).toBe(`Our share of Telephone service in ${year}`);
      expect(await sunita.text()).toContain('This version holds.');
    });
  },
);
